package io.text2vec.collections.schema;

import java.util.Map;

/**
 * Who makes a vector.
 *
 * @param module {@link #NONE}, or the module's name
 * @param settings as the class JSON has them, the module's defaults filled in, unknown keys kept
 */
public record Vectorizer(String module, Map<String, Object> settings) {
    /** The vector comes with the object. */
    public static final String NONE = "none";

    /** This project's models. */
    public static final String TRANSFORMERS = "text2vec-transformers";

    public static Vectorizer none() {
        return new Vectorizer(NONE, Map.of());
    }

    /** Whether the vector is made from the object's text. */
    public boolean vectorizes() {
        return !module.equals(NONE);
    }
}
