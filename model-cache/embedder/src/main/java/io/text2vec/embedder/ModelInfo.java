package io.text2vec.embedder;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was loaded and how it is used.
 *
 * @param name the model's name or the last part of its directory
 * @param recipe {@code declared} or one of the reference's paths
 * @param dimensions length of a whole vector
 * @param maxTokens longest sequence the model is given, special tokens included
 * @param pooling the recipe's own pooling in words
 * @param runs how many inferences run at once
 * @param threadsPerRun threads of each of them
 * @param config the model's own {@code config.json}, as it stands in its directory
 * @param fingerprint without blanks; another where a text may get another vector, be it by another model or another
 *     recipe, and the same on every machine and wherever the model's directory lies
 * @param phases how long each part of loading took, in the order of their ends
 */
public record ModelInfo(
        String name,
        String recipe,
        int dimensions,
        int maxTokens,
        String pooling,
        int runs,
        int threadsPerRun,
        String config,
        String fingerprint,
        Map<String, Duration> phases) {

    public ModelInfo {
        phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
    }
}
