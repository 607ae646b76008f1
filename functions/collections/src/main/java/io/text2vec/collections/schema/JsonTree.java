package io.text2vec.collections.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, texts, numbers, booleans and null. */
final class JsonTree {
    private JsonTree() {}

    /** A copy that nobody can change, in which small whole numbers are {@code Long}, so that equal trees are equal. */
    static Object copy(Object tree) {
        return switch (tree) {
            case Map<?, ?> object -> copy(object);
            case List<?> list -> {
                List<Object> all = new ArrayList<>(list.size());
                list.forEach(element -> all.add(copy(element)));
                yield Collections.unmodifiableList(all);
            }
            case Integer whole -> whole.longValue();
            case Short whole -> whole.longValue();
            case Float number -> number.doubleValue();
            case null -> null;
            default -> tree;
        };
    }

    static Map<String, Object> copy(Map<?, ?> object) {
        Map<String, Object> all = new LinkedHashMap<>();
        object.forEach((key, value) -> all.put(key.toString(), copy(value)));
        return Collections.unmodifiableMap(all);
    }

    /** {@code base} with the keys of {@code over} on top. */
    static Map<String, Object> over(Map<String, Object> base, Map<String, Object> over) {
        Map<String, Object> all = new LinkedHashMap<>(base);
        all.putAll(over);
        return Collections.unmodifiableMap(all);
    }
}
