package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.FollowedReferences;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.schema.Property;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.PropertiesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.RefPropertiesRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A reference property that is followed, and what is told of the objects there.
 *
 * @param target the collection of those; the property may point to others too
 */
record ReferenceSelection(
        Property property, CollectionDef target, PropertySelection selection, MetadataRequest metadata) {
    /** @throws Invalid if a request follows more references than it may */
    static void checkNumber(PropertiesRequest wanted) {
        FollowedReferences.checkNumber(number(wanted));
    }

    private static int number(PropertiesRequest wanted) {
        return wanted.getRefPropertiesList().stream()
                .mapToInt(reference -> 1 + number(reference.getProperties()))
                .sum();
    }

    /**
     * @param collections finds a collection by its name, or throws
     * @param depth 1 for the references of hits
     * @throws Invalid if there is no such reference, or it is too deep
     */
    static ReferenceSelection of(
            RefPropertiesRequest wanted,
            CollectionDef collection,
            Function<String, CollectionDef> collections,
            int depth) {
        FollowedReferences.checkDepth(depth);
        Property property = collection
                .property(wanted.getReferenceProperty())
                .filter(found -> found.type().of() == DataType.REFERENCE)
                .orElseThrow(() -> new Invalid("The collection %s has no reference property %s."
                        .formatted(collection.name(), Names.property(wanted.getReferenceProperty()))));
        CollectionDef target = collections.apply(target(wanted.getTargetCollection(), property));
        return new ReferenceSelection(
                property,
                target,
                PropertySelection.of(
                        wanted.hasProperties() ? Optional.of(wanted.getProperties()) : Optional.empty(),
                        target,
                        collections,
                        depth),
                wanted.getMetadata());
    }

    /** What is needed of a target to tell it and to follow its references. */
    StoredObject told(StoredObject target) {
        Set<String> names = selection.names();
        Map<String, Value> properties = new HashMap<>();
        target.properties().forEach((name, value) -> {
            if (names.contains(name)) {
                properties.put(name, value);
            }
        });
        Map<String, float[]> vectors = new HashMap<>();
        target.vectors().forEach((name, vector) -> {
            if (metadata.getVector() || metadata.getVectorsList().contains(name)) {
                vectors.put(name, vector);
            }
        });
        return new StoredObject(target.id(), target.created(), target.updated(), properties, vectors);
    }

    private static String target(String named, Property property) {
        List<String> targets = property.type().targets();
        if (named.isEmpty() && targets.size() == 1) {
            return targets.getFirst();
        }
        if (!targets.contains(Names.collection(named))) {
            throw new Invalid("target_collection of the reference property %s must be one of %s."
                    .formatted(property.name(), String.join(", ", targets)));
        }
        return Names.collection(named);
    }
}
