package io.text2vec.weaviate.rest;

import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.object.ObjectJson;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.write.ObjectInput;
import io.text2vec.web.Refusal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object in JSON: {@code class}, {@code id}, {@code properties}, {@code vector} or {@code vectors}, {@code tenant}. */
final class ObjectBody {
    private ObjectBody() {}

    /** @throws Refusal 400 where a field has another type than the contract's, 422 for an id that is no UUID */
    static ObjectInput read(Map<String, Object> json) {
        return new ObjectInput(
                Call.needed(Call.text(json, "class"), "class"),
                Call.text(json, "tenant").filter(name -> !name.isEmpty()),
                Call.text(json, "id").filter(id -> !id.isEmpty()).map(Call::uuid),
                Call.part(json, "properties"),
                vectors(json));
    }

    private static Map<String, float[]> vectors(Map<String, Object> json) {
        Map<String, float[]> vectors = new HashMap<>();
        Call.part(json, "vectors").forEach((name, values) -> vector(values, "vectors." + name)
                .ifPresent(vector -> vectors.put(name, vector)));
        vector(json.get("vector"), "vector").ifPresent(vector -> vectors.put(VectorDef.LEGACY, vector));
        return vectors;
    }

    private static Optional<float[]> vector(Object values, String name) {
        if (values == null || values instanceof List<?> none && none.isEmpty()) {
            return Optional.empty();
        }
        if (!(values instanceof List<?> numbers)) {
            throw Refusal.malformed(name + " must be a list of numbers.");
        }
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = switch (numbers.get(i)) {
                case Number number -> number.floatValue();
                case List<?> _ ->
                    throw new Unsupported(name + " is a list of vectors: multi-vectors are not supported yet.");
                case null, default -> throw Refusal.malformed(name + " must be a list of numbers.");
            };
        }
        return Optional.of(vector);
    }

    /** The JSON tree of an object; may be added to. */
    static Map<String, Object> write(
            CollectionDef definition, Optional<String> tenant, StoredObject object, boolean vectors) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("class", definition.name());
        json.put("id", object.id().toString());
        json.put("creationTimeUnix", object.created());
        json.put("lastUpdateTimeUnix", object.updated());
        json.put("properties", ObjectJson.properties(object.properties()));
        if (vectors && definition.namedVectors()) {
            json.put("vectors", object.vectors());
        } else if (vectors && object.vectors().containsKey(VectorDef.LEGACY)) {
            json.put("vector", object.vectors().get(VectorDef.LEGACY));
        }
        tenant.ifPresent(name -> json.put("tenant", name));
        return json;
    }
}
