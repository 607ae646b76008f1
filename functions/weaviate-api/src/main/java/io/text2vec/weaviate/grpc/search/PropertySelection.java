package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.schema.Property;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.ObjectPropertiesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.PropertiesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which properties of an object are told, in order.
 *
 * @param references that are followed
 */
record PropertySelection(List<Picked> all, List<ReferenceSelection> references) {

    PropertySelection {
        all = List.copyOf(all);
        references = List.copyOf(references);
    }

    /** Whether nothing is told. */
    boolean isEmpty() {
        return all.isEmpty() && references.isEmpty();
    }

    /** Of the properties that are told or followed. */
    Set<String> names() {
        return Stream.concat(
                        all.stream().map(Picked::property), references.stream().map(ReferenceSelection::property))
                .map(Property::name)
                .collect(Collectors.toSet());
    }

    /**
     * A property that is told.
     *
     * @param nested of an object, those of it that are told; empty elsewhere
     */
    record Picked(Property property, List<Picked> nested) {
        Picked {
            nested = List.copyOf(nested);
        }
    }

    /**
     * Of the hits of a search.
     *
     * @param collections finds a collection by its name, or throws
     * @throws Invalid if a property is named that there isn't
     */
    static PropertySelection of(
            SearchRequest request, CollectionDef collection, Function<String, CollectionDef> collections) {
        ReferenceSelection.checkNumber(request.getProperties());
        return of(
                request.hasProperties() ? Optional.of(request.getProperties()) : Optional.empty(),
                collection,
                collections,
                0);
    }

    /** @param depth how many references lead there */
    static PropertySelection of(
            Optional<PropertiesRequest> given,
            CollectionDef collection,
            Function<String, CollectionDef> collections,
            int depth) {
        PropertiesRequest wanted = given.orElse(PropertiesRequest.getDefaultInstance());
        List<ReferenceSelection> references = wanted.getRefPropertiesList().stream()
                .map(reference -> ReferenceSelection.of(reference, collection, collections, depth + 1))
                .toList();
        if (given.isEmpty() || wanted.getReturnAllNonrefProperties()) {
            return new PropertySelection(whole(collection.properties()), references);
        }
        Function<String, Property> find = name -> collection
                .property(name)
                .orElseThrow(() -> new Invalid(
                        "The collection %s has no property %s.".formatted(collection.name(), Names.property(name))));
        return new PropertySelection(
                picked(wanted.getNonRefPropertiesList(), wanted.getObjectPropertiesList(), find), references);
    }

    /** All but references and blobs, of nested objects too. */
    private static List<Picked> whole(List<Property> properties) {
        return properties.stream()
                .filter(property -> property.type().of() != DataType.REFERENCE
                        && property.type().of() != DataType.BLOB)
                .map(PropertySelection::whole)
                .toList();
    }

    private static Picked whole(Property property) {
        return new Picked(property, whole(property.nested()));
    }

    private static List<Picked> picked(
            List<String> names, List<ObjectPropertiesRequest> objects, Function<String, Property> find) {
        List<Picked> picked = new ArrayList<>();
        names.forEach(name -> picked.add(whole(find.apply(name))));
        objects.forEach(object -> picked.add(picked(object, find.apply(object.getPropName()))));
        return picked;
    }

    private static Picked picked(ObjectPropertiesRequest wanted, Property object) {
        Function<String, Property> find = name -> object.nested().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Invalid("The property %s has no nested property %s.".formatted(object.name(), name)));
        return new Picked(object, picked(wanted.getPrimitivePropertiesList(), wanted.getObjectPropertiesList(), find));
    }
}
