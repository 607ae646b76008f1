package io.text2vec.collections.function;

import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.write.ObjectInput;
import io.text2vec.web.JsonTree;
import io.text2vec.web.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Input of the function {@code import}, as it came; reading it takes as long as it is large, so the function reads it
 * where it works.
 *
 * @param json the array is the call's own
 */
public record ImportCall(byte[] json) {
    static final String EXAMPLE = "{\"collection\":\"Film\",\"objects\":[{\"properties\":{\"title\":\"Jaws\"}}]}";

    private static final Set<String> KNOWN = Set.of("collection", "tenant", "objects");
    private static final Set<String> OF_OBJECT = Set.of("id", "properties", "vector", "vectors");

    /**
     * The objects in it.
     *
     * @throws Refusal 400 if it is no JSON, 422 if it is something else than a list of objects for a collection
     */
    List<ObjectInput> objects() {
        Fields fields = new Fields("", JsonTree.object(json, EXAMPLE), KNOWN);
        String collection = fields.needed("collection");
        Optional<String> tenant = fields.text("tenant");
        if (fields.any("objects").isEmpty()) {
            throw Refusal.unprocessable("objects is missing: send " + EXAMPLE + ".");
        }
        List<ObjectInput> objects = new ArrayList<>();
        for (Object each : fields.list("objects")) {
            if (!(each instanceof Map<?, ?> object)) {
                throw Refusal.unprocessable("objects must be a list of objects, each with properties.");
            }
            objects.add(object(collection, tenant, new Fields("objects[" + objects.size() + "]", object, OF_OBJECT)));
        }
        return objects;
    }

    @SuppressWarnings("unchecked") // JSON's names are texts
    private static ObjectInput object(String collection, Optional<String> tenant, Fields fields) {
        return new ObjectInput(
                collection,
                tenant,
                fields.uuid("id"),
                (Map<String, Object>) fields.object("properties").orElse(Map.of()),
                vectors(fields));
    }

    private static Map<String, float[]> vectors(Fields fields) {
        Map<String, float[]> vectors = new HashMap<>();
        fields.vector("vector").ifPresent(vector -> vectors.put(VectorDef.LEGACY, vector));
        fields.object("vectors")
                .ifPresent(named -> named.forEach(
                        (name, vector) -> vectors.put(name.toString(), Fields.vector("vectors." + name, vector))));
        return vectors;
    }
}
