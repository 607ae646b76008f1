package io.text2vec.collections.function;

import io.text2vec.collections.write.ObjectInput;
import io.text2vec.collections.write.Writes;
import io.text2vec.web.JsonTree;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Output of the function {@code import}: {@code {"successful":1,"failed":1,"objects":[{"id":"...","status":"SUCCESS"},
 * {"status":"FAILED","error":"..."}]}}, an object for each that came, in their order.
 */
public record ImportAnswer(Buffer json) {

    static ImportAnswer of(List<ObjectInput> inputs, List<Writes.Outcome> outcomes) {
        List<Map<String, Object>> objects = new ArrayList<>();
        long failed = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            Map<String, Object> object = new LinkedHashMap<>();
            switch (outcomes.get(i)) {
                case Writes.Outcome.Stored stored -> {
                    object.put("id", stored.object().id().toString());
                    object.put("status", "SUCCESS");
                }
                case Writes.Outcome.Failed failure -> {
                    inputs.get(i).id().ifPresent(id -> object.put("id", id.toString()));
                    object.put("status", "FAILED");
                    object.put("error", failure.why().getMessage());
                    failed++;
                }
            }
            objects.add(object);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("successful", outcomes.size() - failed);
        answer.put("failed", failed);
        answer.put("objects", objects);
        return new ImportAnswer(
                Buffer.buffer(JsonTree.write(new StringBuilder(), answer).toString()));
    }
}
