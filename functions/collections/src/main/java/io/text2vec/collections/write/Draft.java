package io.text2vec.collections.write;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An object read by its collection's schema, before its vectors are made.
 *
 * @param known whether the id came with the object, so that there may be one of it
 * @param vectors those that came with the object, by the collection's own names
 */
record Draft(
        CollectionDef collection,
        Optional<String> tenant,
        UUID id,
        boolean known,
        Map<String, Value> properties,
        Map<String, float[]> vectors) {

    Draft with(Map<String, Value> others) {
        return new Draft(collection, tenant, id, known, others, vectors);
    }

    /** What its references point to. */
    List<Value.Beacon> beacons() {
        return Value.References.in(properties).toList();
    }

    StoredObject stored(long created, long updated, Map<String, float[]> all) {
        return new StoredObject(id, created, updated, properties, all);
    }
}
