package io.text2vec.cluster.rest;

import io.text2vec.cluster.client.RestReply;
import io.text2vec.collections.write.BatchVectors.Made;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts Weaviate's results for a batch and the failures of vectors together, in the order of the objects. */
final class BatchResults {
    private static final int OK = 200;

    private BatchResults() {}

    static RestReply of(List<Map<String, Object>> objects, List<Made> made, Iterator<Object> weaviates) {
        List<Object> all = new ArrayList<>(objects.size());
        for (int i = 0; i < objects.size(); i++) {
            all.add(
                    made.get(i) instanceof Made.Failed failed
                            ? failed(objects.get(i), failed.why().getMessage())
                            : weaviates.next());
        }
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set("content-type", "application/json");
        return Asked.answer(new RestReply(OK, headers, null), all);
    }

    private static Map<String, Object> failed(Map<String, Object> object, String why) {
        Map<String, Object> json = new LinkedHashMap<>(object);
        json.put("result", Map.of("status", "FAILED", "errors", Map.of("error", List.of(Map.of("message", why)))));
        return json;
    }
}
