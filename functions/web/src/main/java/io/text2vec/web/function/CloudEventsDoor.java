package io.text2vec.web.function;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import io.text2vec.web.Answer;
import io.text2vec.web.Body;
import io.text2vec.web.Entrance;
import io.text2vec.web.Failure;
import io.text2vec.web.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * {@code POST /}: a CloudEvent of type {@code text2vec.<function>}, answered by one of type
 * {@code text2vec.<function>.done} in the mode it came in, structured or binary.
 *
 * <p>Every failure has a status of 400 or more. Knative's broker sends an event again after 404, 408, 409, 429 and 5xx;
 * so whatever stays wrong, an unknown type too, is another 4xx, which it gives to its dead letter sink at once.
 */
@Singleton
final class CloudEventsDoor {
    private final Functions functions;
    private final Body body;

    CloudEventsDoor(Functions functions, Body body) {
        this.functions = functions;
        this.body = body;
    }

    void mount(@Observes Router router) {
        router.post("/").order(Entrance.DOORS).handler(exchange -> body.read(exchange, this::answer));
    }

    private void answer(RoutingContext exchange, Buffer read) {
        MessageReader message = message(exchange.request(), read.getBytes());
        CloudEvent event = valid(message::toEvent);
        String function = functionOf(event);
        CloudEventData data = event.getData();
        if (data == null) {
            throw Refusal.malformed("The event has no data: send " + functions.example(function) + ".");
        }
        Encoding mode = message.getEncoding();
        Answer.after(
                exchange,
                functions.call(function, exchange.request().getHeader("Authorization"), data.toBytes()),
                answer -> write(DoneEvent.of(event, function, answer.get().getBytes()), mode, exchange.response()));
    }

    private static MessageReader message(HttpServerRequest request, byte[] body) {
        String contentType = request.getHeader("Content-Type");
        String format = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (format.startsWith("application/cloudevents") && !format.startsWith(JsonFormat.CONTENT_TYPE)) {
            throw new Refusal(new Failure(
                    415, "Events come one by one: as " + JsonFormat.CONTENT_TYPE + ", or as ce- headers with data."));
        }
        return valid(
                () -> HttpMessageFactory.createReader(each -> request.headers().forEach(each), body));
    }

    /** Lets the SDK read; what it has to say would quote the event. */
    private static <T> T valid(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CloudEventRWException | EventDeserializationException | IllegalStateException e) {
            throw Refusal.malformed("This is no CloudEvent: POST / takes one in JSON with the content type "
                    + JsonFormat.CONTENT_TYPE + ", or its data with the headers ce-specversion, ce-id, ce-source and"
                    + " ce-type.");
        }
    }

    private String functionOf(CloudEvent event) {
        return functions.names().stream()
                .filter(name -> DoneEvent.typeFor(name).equals(event.getType()))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("No function here takes events of this type; those that do take "
                        + String.join(
                                ", ",
                                functions.names().stream()
                                        .map(DoneEvent::typeFor)
                                        .toList())
                        + "."));
    }

    private static void write(CloudEvent event, Encoding mode, HttpServerResponse response) {
        MessageWriter<?, Void> writer =
                HttpMessageFactory.createWriter(response::putHeader, bytes -> response.end(Buffer.buffer(bytes)));
        if (mode == Encoding.STRUCTURED) {
            writer.writeStructured(event, JsonFormat.CONTENT_TYPE);
        } else {
            writer.writeBinary(event);
        }
    }
}
