package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.Names;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Checks the references of an import: they point to objects that are there, or that the same import brings. Weaviate takes
 * only the former; but here the chunks before may be stored already, and whether they are must make no difference.
 */
final class ImportedReferences {
    private final Supplier<Set<Value.Beacon>> brought;
    private final ReferenceTargets targets;

    /** @param brought the objects of the import; of one whose objects come one by one, those that have come */
    ImportedReferences(Supplier<Set<Value.Beacon>> brought, ReferenceTargets targets) {
        this.brought = brought;
        this.targets = targets;
    }

    /** The objects of an import that are all there, made out when somebody asks. */
    static Supplier<Set<Value.Beacon>> in(List<ObjectInput> inputs) {
        Set<Value.Beacon> all = new HashSet<>();
        return () -> {
            if (all.isEmpty()) {
                inputs.forEach(input -> beacon(input).ifPresent(all::add));
            }
            return all;
        };
    }

    static Optional<Value.Beacon> beacon(ObjectInput input) {
        return input.id().map(id -> new Value.Beacon(Names.collection(input.collection()), id));
    }

    /** Fails the items of a chunk that point to nothing. */
    void check(List<Chunk.Item> items) {
        Map<Optional<String>, Map<Chunk.Item, List<Value.Beacon>>> tenants = new LinkedHashMap<>();
        for (Chunk.Item item : items) {
            List<Value.Beacon> beacons = item.draft().beacons();
            if (!beacons.isEmpty()) {
                tenants.computeIfAbsent(item.draft().tenant(), _ -> new LinkedHashMap<>())
                        .put(item, beacons);
            }
        }
        tenants.forEach(this::check);
    }

    private void check(Optional<String> tenant, Map<Chunk.Item, List<Value.Beacon>> pointing) {
        Set<Value.Beacon> missing;
        try {
            missing = targets.missing(
                    pointing.values().stream().flatMap(List::stream).toList(), tenant);
        } catch (CollectionException notAll) { // it is one of them; which, shows when each is asked for alone
            pointing.forEach((item, beacons) -> check(tenant, item, beacons));
            return;
        }
        pointing.forEach((item, beacons) -> fail(item, beacons, missing));
    }

    private void check(Optional<String> tenant, Chunk.Item item, List<Value.Beacon> beacons) {
        try {
            fail(item, beacons, targets.missing(beacons, tenant));
        } catch (CollectionException why) {
            item.fail(why);
        }
    }

    private void fail(Chunk.Item item, List<Value.Beacon> beacons, Set<Value.Beacon> missing) {
        beacons.stream()
                .filter(beacon -> missing.contains(beacon) && !brought.get().contains(beacon))
                .findFirst()
                .ifPresent(beacon -> item.fail(ReferenceTargets.notThere(beacon)));
    }
}
