package io.text2vec.web.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The event that answers another: what a function made of its data. */
final class DoneEvent {
    private static final String TYPES = "text2vec.";
    private static final String DONE = ".done";

    private DoneEvent() {}

    /** The type of the events that a function takes. */
    static String typeFor(String function) {
        return TYPES + function;
    }

    /**
     * Answers an event. The answer keeps its subject and extensions (trace, partition and correlation among them), and
     * names it in {@code causationid}. Its id depends on source and id of the event alone: a broker that delivers twice
     * gets two answers with the same id, which CloudEvents calls duplicates.
     *
     * @param data JSON
     */
    static CloudEvent of(CloudEvent event, String function, byte[] data) {
        String cause = event.getSource() + "\n" + event.getId();
        return CloudEventBuilder.v1(event)
                .withId(UUID.nameUUIDFromBytes(cause.getBytes(UTF_8)).toString())
                .withSource(URI.create("/" + function))
                .withType(typeFor(function) + DONE)
                .withTime(OffsetDateTime.now(ZoneOffset.UTC))
                .withoutDataSchema()
                .withData("application/json", data)
                .withExtension("causationid", event.getId())
                .build();
    }
}
