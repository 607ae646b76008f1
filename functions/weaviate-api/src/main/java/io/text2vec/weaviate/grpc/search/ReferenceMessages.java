package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.FollowedReferences;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.tenant.TargetTenant;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.PropertiesResult;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.RefPropertiesResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * What the references of some objects lead to, as messages. The targets of all of the objects are read together, and those of
 * all targets in turn; each becomes one message, however many point to it. For one thread.
 */
final class ReferenceMessages {
    /** On the wire, of all that the references of the objects lead to: there, nothing is shared. */
    private static final long MOST_BYTES = 1L << 28;

    /** Targets that are in memory with all that they have, before what is not told of them is let go. */
    private static final int AT_ONCE = 1024;

    private final PropertySelection selection;
    private final List<Followed> followed;
    private long bytes;

    private ReferenceMessages(PropertySelection selection, List<Followed> followed) {
        this.selection = selection;
        this.followed = followed;
    }

    /**
     * Where a reference leads.
     *
     * @param targets by their ids; those that were deleted are not among them
     */
    private record Followed(ReferenceSelection reference, Map<UUID, PropertiesResult> targets) {}

    /**
     * Reads what objects point to.
     *
     * @param tenant of the objects
     * @throws Invalid if that is more than a reply may hold
     */
    static ReferenceMessages read(
            PropertySelection selection, Collection<StoredObject> objects, Optional<String> tenant, Reads reads) {
        return new ReferenceMessages(
                selection,
                selection.references().stream()
                        .map(reference -> new Followed(reference, targets(reference, objects, tenant, reads)))
                        .toList());
    }

    private static Map<UUID, PropertiesResult> targets(
            ReferenceSelection reference, Collection<StoredObject> objects, Optional<String> tenant, Reads reads) {
        List<UUID> ids = FollowedReferences.targets(
                objects, reference.property().name(), reference.target().name());
        if (ids.isEmpty()) {
            return Map.of();
        }
        Optional<String> there = TargetTenant.of(reference.target(), tenant);
        List<StoredObject> found = new ArrayList<>();
        for (int start = 0; start < ids.size(); start += AT_ONCE) {
            List<UUID> some = ids.subList(start, Math.min(start + AT_ONCE, ids.size()));
            reads.getTargets(reference.target().name(), there, some).stream()
                    .flatMap(Optional::stream)
                    .map(reference::told)
                    .forEach(found::add);
        }
        ReferenceMessages behind = read(reference.selection(), found, there, reads);
        MetadataMessage metadata =
                new MetadataMessage(reference.metadata(), reference.target().namedVectors(), false, false);
        Map<UUID, PropertiesResult> messages = HashMap.newHashMap(found.size());
        for (StoredObject object : found) {
            Hit hit = new Hit(object, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
            messages.put(
                    object.id(),
                    behind.properties(reference.target().name(), object)
                            .setMetadata(metadata.write(hit))
                            .build());
        }
        return messages;
    }

    /**
     * The properties of one of the objects.
     *
     * @throws Invalid if they are more than a reply may hold
     */
    PropertiesResult.Builder properties(String collection, StoredObject object) {
        PropertiesResult.Builder out = PropertiesResult.newBuilder()
                .setTargetCollection(collection)
                .setNonRefProps(ValueMessage.properties(selection.all(), object.properties()))
                .setRefPropsRequested(!selection.references().isEmpty());
        // A property that points to several collections is asked for once for each, and told once.
        Map<String, RefPropertiesResult.Builder> byName = new LinkedHashMap<>();
        for (Followed each : followed) {
            String name = each.reference().property().name();
            FollowedReferences.beacons(object, name)
                    .filter(beacon ->
                            beacon.collection().equals(each.reference().target().name()))
                    .map(beacon -> each.targets().get(beacon.id()))
                    .filter(Objects::nonNull)
                    .forEach(target -> {
                        count(target);
                        byName.computeIfAbsent(name, _ -> RefPropertiesResult.newBuilder()
                                        .setPropName(name))
                                .addProperties(target);
                    });
        }
        byName.values().forEach(out::addRefProps);
        return out;
    }

    private void count(PropertiesResult target) {
        bytes += target.getSerializedSize();
        if (bytes > MOST_BYTES) {
            throw new Invalid(
                    "What the references lead to has more than %d bytes; follow fewer of them, or ask for fewer hits."
                            .formatted(MOST_BYTES));
        }
    }
}
