package io.text2vec.runtime.cache;

import io.text2vec.embedder.EmbedRequest;
import java.util.Optional;
import java.util.OptionalInt;

/** All that a vector depends on. The model names its recipe, too: the same files give other vectors under another. */
record CacheKey(String model, String task, Optional<String> pooling, OptionalInt dimensions, String text) {

    static CacheKey of(String model, EmbedRequest request) {
        return new CacheKey(
                model,
                request.taskType().orElse(EmbedRequest.PASSAGE),
                request.pooling(),
                request.dimensions(),
                request.text());
    }
}
