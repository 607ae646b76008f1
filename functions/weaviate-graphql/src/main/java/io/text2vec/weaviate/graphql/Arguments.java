package io.text2vec.weaviate.graphql;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Arguments of a field, or of an object among them. Their types are those of {@link SchemaText}: the library has checked
 * them; null counts as absent.
 */
record Arguments(Map<String, Object> all) {

    boolean has(String name) {
        return all.get(name) != null;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable((String) all.get(name));
    }

    /** @throws Invalid if it is no number of 32 bits, from 0 on */
    OptionalInt whole(String name) {
        if (!has(name)) {
            return OptionalInt.empty();
        }
        long value = (Long) all.get(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new Invalid(name + " must be from 0 to " + Integer.MAX_VALUE + ".");
        }
        return OptionalInt.of((int) value);
    }

    OptionalDouble number(String name) {
        return has(name) ? OptionalDouble.of((Double) all.get(name)) : OptionalDouble.empty();
    }

    @SuppressWarnings("unchecked") // as the schema says
    List<String> texts(String name) {
        return has(name) ? (List<String>) all.get(name) : List.of();
    }

    Optional<float[]> vector(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        List<?> numbers = (List<?>) all.get(name);
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = ((Double) numbers.get(i)).floatValue();
        }
        return Optional.of(vector);
    }

    @SuppressWarnings("unchecked") // as the schema says
    Optional<Arguments> object(String name) {
        return has(name) ? Optional.of(new Arguments((Map<String, Object>) all.get(name))) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // as the schema says
    List<Arguments> objects(String name) {
        return has(name)
                ? ((List<Map<String, Object>>) all.get(name))
                        .stream().map(Arguments::new).toList()
                : List.of();
    }
}
