package io.text2vec.weaviate.rest;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.write.ReferenceInput;
import io.text2vec.collections.write.Writes;
import io.text2vec.web.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds many references; each has a result of its own, and none fails another. */
@Singleton
final class BatchReferences {
    static final String EXAMPLE =
            "[{\"from\":\"weaviate://localhost/Film/00000000-0000-0000-0000-000000000001/director\","
                    + "\"to\":\"weaviate://localhost/Person/00000000-0000-0000-0000-000000000002\"}]";

    private final Writes writes;

    BatchReferences(Writes writes) {
        this.writes = writes;
    }

    /**
     * Adds references.
     *
     * @return for each its JSON with a {@code result}, in their order
     */
    List<Object> answer(List<Map<String, Object>> bodies) {
        if (bodies.isEmpty()) {
            throw new Invalid("The list of references is empty: send " + EXAMPLE + ".");
        }
        List<Read> all = bodies.stream().map(BatchReferences::read).toList();
        Iterator<Optional<CollectionException>> failures = writes.references()
                .addAll(all.stream().flatMap(read -> read.input().stream()).toList())
                .iterator();
        List<Object> answers = new ArrayList<>(all.size());
        for (Read read : all) {
            Optional<String> failure = read.input().isEmpty()
                    ? Optional.of(read.why())
                    : failures.next().map(CollectionException::getMessage);
            Map<String, Object> json = new LinkedHashMap<>(read.body());
            json.put("result", BatchResults.of(failure));
            answers.add(json);
        }
        return answers;
    }

    /**
     * @param input absent: it could not be read
     * @param why it could not
     */
    private record Read(Map<String, Object> body, Optional<ReferenceInput> input, String why) {}

    private static Read read(Map<String, Object> body) {
        try {
            ReferenceInput input = new ReferenceInput(
                    Beacons.readSource(Call.needed(Call.text(body, "from"), "from")),
                    Call.text(body, "tenant").filter(name -> !name.isEmpty()),
                    Beacons.read(Call.needed(Call.text(body, "to"), "to")));
            return new Read(body, Optional.of(input), "");
        } catch (Refusal | CollectionException unreadable) {
            return new Read(body, Optional.empty(), unreadable.getMessage());
        }
    }
}
