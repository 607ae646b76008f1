package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object read key by key. A null is absent; a value of another type than asked for fails with
 * {@link Invalid}, which names the key.
 */
final class Fields {
    private final String where;
    private final Map<?, ?> values;

    /** @param where what is read, for messages; empty for the outermost object */
    Fields(String where, Map<?, ?> values) {
        this.where = where;
        this.values = values;
    }

    String where() {
        return where;
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    Iterable<String> keys() {
        return values.keySet().stream().map(Object::toString).toList();
    }

    Optional<String> text(String key) {
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            default -> throw mistyped(key, "a text");
        };
    }

    /** A text; an empty one is absent. */
    Optional<String> word(String key) {
        return text(key).filter(text -> !text.isEmpty());
    }

    Optional<Boolean> flag(String key) {
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case Boolean flag -> Optional.of(flag);
            default -> throw mistyped(key, "true or false");
        };
    }

    Optional<Long> whole(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    decimal(value).orElseThrow(() -> wholeExpected(key)).longValueExact());
        } catch (ArithmeticException tooLargeOrBroken) {
            throw wholeExpected(key);
        }
    }

    Optional<Double> number(String key) {
        Object value = values.get(key);
        return value == null
                ? Optional.empty()
                : Optional.of(decimal(value)
                        .orElseThrow(() -> mistyped(key, "a number"))
                        .doubleValue());
    }

    /** The object of a key; an empty one if there is none. */
    Fields object(String key) {
        return switch (values.get(key)) {
            case null -> new Fields(path(key), Map.of());
            case Map<?, ?> object -> new Fields(path(key), object);
            default -> throw mistyped(key, "an object");
        };
    }

    List<Fields> objects(String key) {
        List<Fields> all = new ArrayList<>();
        for (Object element : list(key)) {
            if (!(element instanceof Map<?, ?> object)) {
                throw mistyped(key, "a list of objects");
            }
            all.add(new Fields(path(key), object));
        }
        return all;
    }

    List<String> texts(String key) {
        List<String> all = new ArrayList<>();
        for (Object element : list(key)) {
            if (!(element instanceof String text)) {
                throw mistyped(key, "a list of texts");
            }
            all.add(text);
        }
        return all;
    }

    private List<?> list(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case List<?> list -> list;
            default -> throw mistyped(key, "a list");
        };
    }

    /** A copy of everything. */
    Map<String, Object> tree() {
        return JsonTree.copy(values);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    String path(String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    private static Optional<BigDecimal> decimal(Object value) {
        return switch (value) {
            case BigDecimal decimal -> Optional.of(decimal);
            case BigInteger whole -> Optional.of(new BigDecimal(whole));
            case Long whole -> Optional.of(BigDecimal.valueOf(whole));
            case Integer whole -> Optional.of(BigDecimal.valueOf(whole));
            case Double number when Double.isFinite(number) -> Optional.of(BigDecimal.valueOf(number));
            default -> Optional.empty();
        };
    }

    private Invalid wholeExpected(String key) {
        return mistyped(key, "a whole number");
    }

    private Invalid mistyped(String key, String expected) {
        return new Invalid("%s must be %s.".formatted(path(key), expected));
    }
}
