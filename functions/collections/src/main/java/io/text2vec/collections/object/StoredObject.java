package io.text2vec.collections.object;

import java.util.Map;
import java.util.UUID;

/**
 * An object of a collection. Nobody writes to its vectors' arrays.
 *
 * @param created milliseconds since 1970
 * @param updated milliseconds since 1970
 * @param properties those that have a value; references too
 * @param vectors by the vector's name, as they were given, not normalised; none for a vector that it lacks
 */
public record StoredObject(
        UUID id, long created, long updated, Map<String, Value> properties, Map<String, float[]> vectors) {

    public StoredObject {
        properties = Map.copyOf(properties);
        vectors = Map.copyOf(vectors);
    }
}
