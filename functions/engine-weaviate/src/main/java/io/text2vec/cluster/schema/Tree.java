package io.text2vec.cluster.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks into JSON trees. What has another type than it should have counts as absent: Weaviate tells what is wrong. */
public final class Tree {
    private Tree() {}

    /** A part that is an object; a copy, in its order. */
    @SuppressWarnings("unchecked") // JSON's names are texts
    public static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> map ? new LinkedHashMap<>((Map<String, Object>) map) : new LinkedHashMap<>();
    }

    public static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** A text, or an empty one. */
    public static String text(Object value) {
        return value instanceof String text ? text : "";
    }
}
