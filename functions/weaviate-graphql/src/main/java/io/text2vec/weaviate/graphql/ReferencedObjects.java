package io.text2vec.weaviate.graphql;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.FollowedReferences;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.tenant.TargetTenant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the references of some objects lead to, as maps that the fields of {@link GetTypes} are read from. The targets of all
 * of the objects are read together, and those of all targets in turn; each becomes one map, however many point to it.
 */
final class ReferencedObjects {
    /** Objects in an answer, of all that the references of hits lead to: there, nothing is shared. */
    private static final long MOST = 100_000;

    private final Map<String, Map<Value.Beacon, Told>> byProperty;

    private ReferencedObjects(Map<String, Map<Value.Beacon, Told>> byProperty) {
        this.byProperty = byProperty;
    }

    /**
     * An object.
     *
     * @param size it, and what its references lead to, in objects
     */
    private record Told(Map<String, Object> json, long size) {}

    /**
     * Reads what objects point to.
     *
     * @param tenant of the objects
     * @throws Invalid if that is more than an answer may hold
     */
    static ReferencedObjects read(
            List<FollowedReference> followed, Collection<StoredObject> objects, Optional<String> tenant, Reads reads) {
        Map<String, Map<Value.Beacon, Told>> byProperty = new HashMap<>();
        for (FollowedReference reference : followed) {
            byProperty
                    .computeIfAbsent(reference.property().name(), _ -> new HashMap<>())
                    .putAll(targets(reference, objects, tenant, reads));
        }
        ReferencedObjects all = new ReferencedObjects(byProperty);
        if (objects.stream().mapToLong(all::behind).sum() > MOST) {
            throw new Invalid(
                    "The references of this query lead to more than %d objects; follow fewer of them, or ask for fewer hits."
                            .formatted(MOST));
        }
        return all;
    }

    private static Map<Value.Beacon, Told> targets(
            FollowedReference reference, Collection<StoredObject> objects, Optional<String> tenant, Reads reads) {
        String collection = reference.target().name();
        String property = reference.property().name();
        List<UUID> ids = FollowedReferences.targets(objects, property, collection);
        Optional<String> there = TargetTenant.of(reference.target(), tenant);
        List<StoredObject> found = ids.isEmpty()
                ? List.of()
                : reads.getTargets(collection, there, ids).stream()
                        .flatMap(Optional::stream)
                        .toList();
        ReferencedObjects behind = read(reference.behind(), found, there, reads);
        FoundObjects told = new FoundObjects(reference.target(), new Search.Fetch(), behind);
        Map<Value.Beacon, Told> all = HashMap.newHashMap(found.size());
        for (StoredObject object : found) {
            Hit hit = new Hit(object, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
            all.put(new Value.Beacon(collection, object.id()), new Told(told.hit(hit), 1 + behind.behind(object)));
        }
        return all;
    }

    private long behind(StoredObject object) {
        return byProperty.keySet().stream()
                .flatMap(property -> told(object, property))
                .mapToLong(Told::size)
                .sum();
    }

    private Stream<Told> told(StoredObject object, String property) {
        return FollowedReferences.beacons(object, property)
                .map(byProperty.get(property)::get)
                .filter(Objects::nonNull);
    }

    /** Puts the targets in the place of beacons; nothing where a property leads to none. */
    void write(StoredObject object, Map<String, Object> properties) {
        byProperty.keySet().forEach(property -> {
            List<Map<String, Object>> targets =
                    told(object, property).map(Told::json).toList();
            properties.put(property, targets.isEmpty() ? null : targets);
        });
    }
}
