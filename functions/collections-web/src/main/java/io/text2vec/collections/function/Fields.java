package io.text2vec.collections.function;

import io.text2vec.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A JSON object of a function's input, read field by field. A null is absent; what is wrong is told by its name. */
final class Fields {
    private static final int UUID_LENGTH = 36;

    private final String where;
    private final Map<?, ?> values;

    /**
     * @param where what is read, such as {@code hybrid}, for messages; empty for the whole
     * @param known the names that it may have
     * @throws Refusal 422 if it has another: a misspelt one would go unnoticed
     */
    Fields(String where, Map<?, ?> values, Set<String> known) {
        this.where = where;
        this.values = values;
        for (Object name : values.keySet()) {
            if (!known.contains(name.toString())) {
                throw Refusal.unprocessable("%s has no such field as one that came; it has %s."
                        .formatted(where.isEmpty() ? "The body" : where, String.join(", ", new TreeSet<>(known))));
            }
        }
    }

    private String path(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }

    private Refusal mistyped(String name, String expected) {
        return Refusal.unprocessable(path(name) + " must be " + expected + ".");
    }

    Optional<Object> any(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<String> text(String name) {
        return any(name).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw mistyped(name, "a string");
        });
    }

    String needed(String name) {
        return text(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Refusal.unprocessable(path(name) + " is missing."));
    }

    Optional<Double> number(String name) {
        return any(name).map(value -> {
            if (value instanceof Number number) {
                return number.doubleValue();
            }
            throw mistyped(name, "a number");
        });
    }

    Optional<Integer> integer(String name) {
        return any(name).map(value -> {
            if (value instanceof Long whole && whole == whole.intValue()) {
                return whole.intValue();
            }
            throw mistyped(name, "an integer of 32 bits");
        });
    }

    boolean flag(String name) {
        return any(name)
                .map(value -> {
                    if (value instanceof Boolean flag) {
                        return flag;
                    }
                    throw mistyped(name, "true or false");
                })
                .orElse(false);
    }

    Optional<UUID> uuid(String name) {
        return text(name).map(text -> {
            try {
                if (text.length() == UUID_LENGTH) {
                    return UUID.fromString(text);
                }
            } catch (IllegalArgumentException none) {
                // told below
            }
            throw mistyped(name, "a UUID of " + UUID_LENGTH + " characters");
        });
    }

    Optional<Map<?, ?>> object(String name) {
        return any(name).map(value -> {
            if (value instanceof Map<?, ?> object) {
                return object;
            }
            throw mistyped(name, "an object");
        });
    }

    List<?> list(String name) {
        return any(name)
                .map(value -> {
                    if (value instanceof List<?> list) {
                        return list;
                    }
                    throw mistyped(name, "a list");
                })
                .orElse(List.of());
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object each : list(name)) {
            if (!(each instanceof String text)) {
                throw mistyped(name, "a list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    Optional<float[]> vector(String name) {
        return any(name).map(value -> vector(path(name), value));
    }

    /** @throws Refusal 422 if it is no list of numbers */
    static float[] vector(String path, Object value) {
        if (!(value instanceof List<?> numbers)) {
            throw Refusal.unprocessable(path + " must be a list of numbers.");
        }
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            if (!(numbers.get(i) instanceof Number number)) {
                throw Refusal.unprocessable(path + " must be a list of numbers.");
            }
            vector[i] = number.floatValue();
        }
        return vector;
    }
}
