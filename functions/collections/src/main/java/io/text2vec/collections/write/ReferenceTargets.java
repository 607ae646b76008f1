package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Schema;
import io.text2vec.collections.tenant.TargetTenant;
import io.text2vec.collections.tenant.Tenants;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether what references point to is there. */
final class ReferenceTargets {
    private final Engine engine;
    private final Schema schema;

    ReferenceTargets(Engine engine, Schema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    /**
     * Those that are not there.
     *
     * @param tenant of the objects that have the references
     * @throws Invalid if a collection is not there, or has tenants and none is named
     */
    Set<Value.Beacon> missing(Collection<Value.Beacon> beacons, Optional<String> tenant) {
        Map<String, Set<UUID>> ids = new LinkedHashMap<>();
        beacons.forEach(beacon -> ids.computeIfAbsent(beacon.collection(), _ -> new LinkedHashSet<>())
                .add(beacon.id()));
        Set<Value.Beacon> missing = new HashSet<>();
        ids.forEach((collection, wanted) -> {
            Set<UUID> present = present(collection, tenant, List.copyOf(wanted));
            wanted.stream()
                    .filter(id -> !present.contains(id))
                    .forEach(id -> missing.add(new Value.Beacon(collection, id)));
        });
        return missing;
    }

    /** @throws Invalid if one is not there */
    void check(Collection<Value.Beacon> beacons, Optional<String> tenant) {
        missing(beacons, tenant).stream().findFirst().ifPresent(beacon -> {
            throw notThere(beacon);
        });
    }

    static Invalid notThere(Value.Beacon beacon) {
        return new Invalid(
                "A reference points to %s of %s, which is not there.".formatted(beacon.id(), beacon.collection()));
    }

    private Set<UUID> present(String collection, Optional<String> tenant, List<UUID> ids) {
        CollectionDef target = schema.find(collection)
                .orElseThrow(() -> new Invalid(
                        "A reference points to the collection %s, which is not there any more.".formatted(collection)));
        Optional<String> same = TargetTenant.of(target, tenant);
        Tenants.check(target, same);
        return engine.present(target.name(), same, ids);
    }
}
