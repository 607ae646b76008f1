package io.text2vec.collections.schema;

import io.text2vec.embedder.EmbedRequest;
import java.util.Map;
import java.util.Optional;

/** Settings of {@code text2vec-transformers} as clients read them back, for whoever keeps classes elsewhere. */
public final class TransformersJson {
    private TransformersJson() {}

    /**
     * Those of a vector, the defaults filled in.
     *
     * @param given as a class has them
     * @param where they stand, for messages
     * @throws io.text2vec.collections.CollectionException.Invalid if they make no sense
     */
    public static Map<String, Object> ofVector(Map<String, Object> given, String where) {
        return Vectorizers.read(Vectorizer.TRANSFORMERS, new Fields(where, given), Optional.empty())
                .settings();
    }

    /** Whether settings of a vector say at which address its vectors are made. */
    public static boolean namesVectorizer(Map<String, Object> settings) {
        return TransformersSettings.read(new Fields(Vectorizer.TRANSFORMERS, settings))
                .inferenceUrl(EmbedRequest.PASSAGE)
                .isPresent();
    }

    /** Those of a property; fails as the other. */
    public static Map<String, Object> ofProperty(Map<String, Object> given, String where) {
        Map<String, Object> filled = JsonTree.over(PropertyText.DEFAULTS, given);
        PropertyText.read(new Fields(where, filled));
        return filled;
    }
}
