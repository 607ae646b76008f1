package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a class must keep that no single part of it can tell. */
final class ClassChecks {
    private final SchemaSettings settings;

    ClassChecks(SchemaSettings settings) {
        this.settings = settings;
    }

    /**
     * @param stored what it is to replace; its references may point to collections that were deleted since
     * @param exists whether there is a collection of a name
     */
    void check(CollectionDef collection, Optional<CollectionDef> stored, Predicate<String> exists) {
        PropertyReader.refuseTwins(collection.properties());
        refuseTooMany(collection.properties());
        collection.properties().stream()
                .filter(property ->
                        stored.flatMap(known -> known.property(property.name())).isEmpty())
                .forEach(property -> refuseUnknownTargets(property, collection, exists));
        collection.vectors().values().forEach(vector -> refuseTextless(vector, collection));
    }

    private void refuseTooMany(List<Property> properties) {
        if (count(properties) > settings.maxProperties()) {
            throw new Invalid("A collection may have %d properties, nested ones counted; %s allows more."
                    .formatted(settings.maxProperties(), SchemaSettings.MAX_PROPERTIES));
        }
    }

    private static int count(List<Property> properties) {
        return properties.stream()
                .mapToInt(property -> 1 + count(property.nested()))
                .sum();
    }

    private static void refuseUnknownTargets(Property property, CollectionDef collection, Predicate<String> exists) {
        for (String target : property.type().targets()) {
            if (!target.equals(collection.name()) && !exists.test(target)) {
                throw new Invalid("Property %s points to collection %s, which is not there."
                        .formatted(property.name(), Names.shortened(target)));
            }
        }
    }

    /** Where no property can come later by itself, a vector without any text would be the same for every object. */
    private void refuseTextless(VectorDef vector, CollectionDef collection) {
        if (settings.autoSchema() || !vector.vectorizer().module().equals(Vectorizer.TRANSFORMERS)) {
            return;
        }
        TransformersSettings transformers = TransformersSettings.of(vector.vectorizer());
        if (!transformers.vectorizeClassName()
                && transformers.properties().isEmpty()
                && collection.properties().stream().noneMatch(ClassChecks::hasText)) {
            throw new Invalid(
                    ("%s has no text to make a vector of: vectorizeClassName is false, and no property is text or"
                                    + " text[] without skip.")
                            .formatted(collection.name()));
        }
    }

    private static boolean hasText(Property property) {
        return property.type().of() == DataType.TEXT
                && !PropertyText.of(property).skip();
    }
}
