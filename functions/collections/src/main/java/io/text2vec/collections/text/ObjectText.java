package io.text2vec.collections.text;

import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.PropertyText;
import io.text2vec.collections.schema.TransformersSettings;
import io.text2vec.collections.schema.VectorDef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes the text of which a vector of an object is made: the collection's name if it is wanted, then the values of the
 * properties in the order of their names, each behind its property's name if that is wanted, with blanks between. Fitted
 * once to a vector of a collection; good for many objects and threads.
 */
public final class ObjectText {
    private final String collectionName;
    private final boolean startsWithName;
    private final boolean chosen;
    private final boolean lowercase;
    private final List<Part> parts;

    /** A property that may have a share; {@code prefix} stands before each of its values. */
    private record Part(String property, String prefix) {}

    /**
     * @param vector one whose vectorizer is {@link io.text2vec.collections.schema.Vectorizer#TRANSFORMERS}
     * @param lowercase whether the text loses its case, {@code LOWERCASE_VECTORIZATION_INPUT}
     */
    public ObjectText(CollectionDef collection, VectorDef vector, boolean lowercase) {
        TransformersSettings settings = TransformersSettings.of(vector.vectorizer());
        collectionName = CamelCase.split(collection.name());
        startsWithName = settings.vectorizeClassName();
        chosen = !settings.properties().isEmpty();
        this.lowercase = lowercase;
        parts = parts(collection, settings);
    }

    private static List<Part> parts(CollectionDef collection, TransformersSettings settings) {
        return collection.properties().stream()
                .filter(property -> mayCount(property, settings.properties()))
                .sorted(Comparator.comparing(Property::name))
                .map(property -> new Part(
                        property.name(),
                        PropertyText.of(property).vectorizePropertyName()
                                ? CamelCase.split(property.name()) + " "
                                : ""))
                .toList();
    }

    /** Named source properties count whatever they skip, and more types than texts do. */
    private static boolean mayCount(Property property, List<String> sources) {
        boolean named = sources.contains(property.name());
        return switch (property.type().of()) {
            case TEXT, BLOB -> sources.isEmpty() ? !PropertyText.of(property).skip() : named;
            case INT, NUMBER, BOOLEAN, DATE, OBJECT -> named;
            case UUID, GEO_COORDINATES, PHONE_NUMBER, REFERENCE -> false;
        };
    }

    /** @return nothing if source properties are named and the object has no value in them; it gets no vector then */
    public Optional<String> of(Map<String, Value> properties) {
        List<String> texts = new ArrayList<>();
        if (startsWithName) {
            texts.add(collectionName);
        }
        for (Part part : parts) {
            add(part, properties.get(part.property()), texts);
        }
        if (texts.isEmpty()) {
            if (chosen) {
                return Optional.empty();
            }
            texts.add(collectionName);
        }
        String text = String.join(" ", texts);
        return Optional.of(lowercase ? text.toLowerCase(Locale.ROOT) : text);
    }

    /**
     * Whether two objects have the same values in all that the text is made of, so that the vector of the first is good
     * for the second.
     */
    public boolean same(Map<String, Value> before, Map<String, Value> after) {
        return parts.stream().map(Part::property).allMatch(name -> Objects.equals(before.get(name), after.get(name)));
    }

    private static void add(Part part, Value value, List<String> texts) {
        switch (value) {
            case null -> {}
            case Value.Text text -> texts.add(part.prefix() + text.text());
            case Value.Blob blob -> texts.add(part.prefix() + blob.base64());
            case Value.Many many when many.all().isEmpty() -> {}
            case Value.Many many
            when many.all().getFirst() instanceof Value.Text ->
                many.all().forEach(element -> add(part, element, texts));
            default -> texts.add(part.prefix() + JsonSpelling.of(value));
        }
    }
}
