package io.text2vec.weaviate.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code result} of each member of a batch. */
final class BatchResults {
    private BatchResults() {}

    /** @param failure why it failed; absent: it didn't */
    static Map<String, Object> of(Optional<String> failure) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("status", failure.isEmpty() ? "SUCCESS" : "FAILED");
        failure.ifPresent(why -> result.put("errors", Map.of("error", List.of(Map.of("message", why)))));
        return result;
    }
}
