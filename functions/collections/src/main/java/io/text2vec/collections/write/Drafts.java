package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.ObjectReader;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Schema;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.tenant.TenantAccess;
import io.text2vec.collections.tenant.Tenants;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads objects as clients send them. */
final class Drafts {
    private final Schema schema;
    private final TenantAccess tenants;

    Drafts(Schema schema, TenantAccess tenants) {
        this.schema = schema;
        this.tenants = tenants;
    }

    /** A whole object, of a collection that auto-schema may make or complete for it. */
    Draft whole(ObjectInput input) {
        CollectionDef collection = schema.complete(input.collection(), input.properties());
        Draft draft = whole(input, collection);
        tenants.write(collection, input.tenant());
        return draft;
    }

    /** The same, without a change to the schema. */
    Draft trial(ObjectInput input) {
        return whole(input, schema.completed(input.collection(), input.properties()));
    }

    private static Draft whole(ObjectInput input, CollectionDef collection) {
        return draft(input, collection).with(ObjectReader.read(collection, input.properties()));
    }

    /** Changes to an object, put over what is stored. */
    Draft changed(ObjectInput input, StoredObject stored) {
        CollectionDef collection = schema.complete(input.collection(), input.properties());
        return draft(input, collection).with(ObjectReader.merge(collection, stored.properties(), input.properties()));
    }

    private static Draft draft(ObjectInput input, CollectionDef collection) {
        Tenants.check(collection, input.tenant());
        return new Draft(
                collection,
                input.tenant(),
                input.id().orElseGet(UUID::randomUUID),
                input.id().isPresent(),
                Map.of(),
                vectors(collection, input.vectors()));
    }

    /** A vector without a name is that of the only named one; an empty one is none. */
    private static Map<String, float[]> vectors(CollectionDef collection, Map<String, float[]> given) {
        Map<String, float[]> vectors = HashMap.newHashMap(given.size());
        given.forEach((name, vector) -> {
            if (vector.length > 0 && vectors.put(stored(collection, name), vector) != null) {
                throw new CollectionException.Invalid("The object brings two vectors for the same one of "
                        + collection.name() + ": one without a name and one with.");
            }
        });
        return vectors;
    }

    private static String stored(CollectionDef collection, String name) {
        if (collection.vectors().containsKey(name)) {
            return name;
        }
        if (!name.equals(VectorDef.LEGACY)) {
            throw new CollectionException.Invalid("%s has no vector named '%s'; it has %s."
                    .formatted(
                            collection.name(),
                            name,
                            collection.namedVectors()
                                    ? String.join(", ", collection.vectors().keySet())
                                    : "one without a name"));
        }
        if (collection.vectors().size() > 1) {
            throw new CollectionException.Invalid("%s has several vectors; say which one this is: %s."
                    .formatted(
                            collection.name(),
                            String.join(", ", collection.vectors().keySet())));
        }
        return collection.vectors().keySet().iterator().next();
    }
}
