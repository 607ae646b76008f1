package io.text2vec.lucene;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.ClassJson;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorDef;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Objects with a title, a year and a vector, made from a number. */
public final class Films {
    private Films() {}

    public static CollectionDef collection(String name) {
        return collection(name, false);
    }

    public static CollectionDef withTenants(String name) {
        return collection(name, true);
    }

    private static CollectionDef collection(String name, boolean tenants) {
        return ClassJson.read(Map.of(
                "class",
                name,
                "vectorizer",
                "none",
                "multiTenancyConfig",
                Map.of("enabled", tenants),
                "properties",
                List.of(
                        Map.of("name", "title", "dataType", List.of("text")),
                        Map.of("name", "year", "dataType", List.of("int")))));
    }

    public static UUID id(int number) {
        return new UUID(number * 0x9e37_79b9_7f4a_7c15L, number);
    }

    /** The same for the same number and dimensions. */
    public static StoredObject film(int number, int dimensions) {
        return film(number, "film number " + number, vector(number, dimensions));
    }

    public static StoredObject film(int number, String title, float[] vector) {
        return new StoredObject(
                id(number),
                1_000_000 + number,
                2_000_000 + number,
                Map.of("title", new Value.Text(title), "year", new Value.Int(1900 + number % 100)),
                Map.of(VectorDef.LEGACY, vector));
    }

    public static float[] vector(int number, int dimensions) {
        Random random = new Random(number);
        float[] vector = new float[dimensions];
        double squared = 0;
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) random.nextGaussian();
            squared += vector[i] * vector[i];
        }
        double length = Math.sqrt(squared);
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }
}
