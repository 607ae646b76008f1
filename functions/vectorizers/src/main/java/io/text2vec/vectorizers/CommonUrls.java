package io.text2vec.vectorizers;

import io.text2vec.embedder.EmbedRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The vectorizers of classes that name none, by their tasks.
 *
 * @param byTask the same address twice where one makes all vectors
 */
record CommonUrls(Map<String, Address> byTask) {
    static final String BOTH = "TRANSFORMERS_INFERENCE_API";
    static final String PASSAGE = "TRANSFORMERS_PASSAGE_INFERENCE_API";
    static final String QUERY = "TRANSFORMERS_QUERY_INFERENCE_API";

    CommonUrls {
        byTask = Map.copyOf(byTask);
    }

    /** @throws IllegalArgumentException if one is no address, or they don't go together */
    static CommonUrls read(Optional<String> both, Optional<String> passage, Optional<String> query) {
        if (both.isPresent() && (passage.isPresent() || query.isPresent())) {
            throw new IllegalArgumentException(
                    "%s says who makes all vectors; take it away, or %s and %s.".formatted(BOTH, PASSAGE, QUERY));
        }
        Map<String, Address> byTask = new LinkedHashMap<>();
        both.map(url -> Address.parse(url, BOTH)).ifPresent(address -> {
            byTask.put(EmbedRequest.PASSAGE, address);
            byTask.put(EmbedRequest.QUERY, address);
        });
        passage.ifPresent(url -> byTask.put(EmbedRequest.PASSAGE, Address.parse(url, PASSAGE)));
        query.ifPresent(url -> byTask.put(EmbedRequest.QUERY, Address.parse(url, QUERY)));
        return new CommonUrls(byTask);
    }
}
