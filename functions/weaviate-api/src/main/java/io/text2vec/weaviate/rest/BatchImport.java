package io.text2vec.weaviate.rest;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.write.ObjectInput;
import io.text2vec.collections.write.Writes;
import io.text2vec.collections.write.Writes.Outcome;
import io.text2vec.web.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores many objects; each has a result of its own, and none fails another. */
@Singleton
final class BatchImport {
    private final Reads reads;
    private final Writes writes;

    BatchImport(Reads reads, Writes writes) {
        this.reads = reads;
        this.writes = writes;
    }

    /**
     * Imports objects.
     *
     * @return for each its JSON with a {@code result}, in their order
     */
    List<Object> answer(List<Map<String, Object>> bodies) {
        List<Read> all = bodies.stream().map(BatchImport::read).toList();
        Iterator<Outcome> outcomes = writes.importAll(
                        all.stream().flatMap(read -> read.input().stream()).toList())
                .iterator();
        List<Object> answers = new ArrayList<>(all.size());
        for (Read read : all) {
            answers.add(
                    read.input().isEmpty()
                            ? failed(read.body(), read.why())
                            : answer(read.body(), read.input().get(), outcomes.next()));
        }
        return answers;
    }

    /**
     * @param input absent: it could not be read
     * @param why it could not
     */
    private record Read(Map<String, Object> body, Optional<ObjectInput> input, String why) {}

    private static Read read(Map<String, Object> body) {
        try {
            return new Read(body, Optional.of(ObjectBody.read(body)), "");
        } catch (Refusal | CollectionException unreadable) {
            return new Read(body, Optional.empty(), unreadable.getMessage());
        }
    }

    private Map<String, Object> answer(Map<String, Object> body, ObjectInput input, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed(body, failed.why().getMessage());
            case Outcome.Stored stored -> {
                Map<String, Object> json =
                        ObjectBody.write(reads.collection(input.collection()), input.tenant(), stored.object(), true);
                json.put("result", BatchResults.of(Optional.empty()));
                yield json;
            }
        };
    }

    private static Map<String, Object> failed(Map<String, Object> body, String why) {
        Map<String, Object> json = new LinkedHashMap<>(body);
        json.put("result", BatchResults.of(Optional.of(why)));
        return json;
    }
}
