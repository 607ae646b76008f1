package io.text2vec.collections.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a JSON object by an example that has all its keys, each with a value of the right type, the default. */
final class Template {
    private Template() {}

    /** The example with what is given in place of its values; keys that it lacks are dropped. */
    static Map<String, Object> fill(Map<String, Object> example, Fields given) {
        Map<String, Object> all = new LinkedHashMap<>();
        example.forEach((key, value) -> all.put(key, fill(key, value, given)));
        return Collections.unmodifiableMap(all);
    }

    private static Object fill(String key, Object example, Fields given) {
        return switch (example) {
            case Map<?, ?> object -> fill(JsonTree.copy(object), given.object(key));
            case Boolean flag -> given.flag(key).orElse(flag);
            case Long whole -> given.whole(key).orElse(whole);
            default -> given.word(key).orElse(example.toString());
        };
    }
}
