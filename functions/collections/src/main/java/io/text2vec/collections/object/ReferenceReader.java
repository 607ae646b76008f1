package io.text2vec.collections.object;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.schema.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a reference property points to, {@code [{"beacon":"..."}]}. Whether the objects are there is not looked at. */
public final class ReferenceReader {
    private static final String EXPECTED = "a list of objects with a beacon each";

    private ReferenceReader() {}

    /** @return null if there is nothing to store */
    static Value read(Property property, Object raw, String where) {
        List<Beacons.Given> given =
                switch (raw) {
                    case Value.References(List<Value.Beacon> all) ->
                        all.stream()
                                .map(beacon -> new Beacons.Given(Optional.of(beacon.collection()), beacon.id()))
                                .toList();
                    case List<?> all ->
                        all.stream()
                                .map(element -> given(Raw.unwrap(element), where))
                                .toList();
                    default -> throw ValueReader.mistyped(where, EXPECTED, raw);
                };
        return given.isEmpty()
                ? null
                : new Value.References(
                        given.stream().map(each -> beacon(property, each)).toList());
    }

    private static Beacons.Given given(Object element, String where) {
        if (!(element instanceof Map<?, ?> object) || !(Raw.unwrap(object.get("beacon")) instanceof String beacon)) {
            throw ValueReader.mistyped(where, EXPECTED, element);
        }
        return Beacons.read(beacon);
    }

    /**
     * What a beacon means as the value of a property.
     *
     * @throws Invalid if the property is no reference, or doesn't point there
     */
    public static Value.Beacon beacon(Property property, Beacons.Given given) {
        List<String> targets = targets(property);
        if (given.collection().isPresent()
                && !targets.contains(given.collection().get())) {
            throw new Invalid("Property %s points to %s, not to %s."
                    .formatted(
                            property.name(),
                            String.join(", ", targets),
                            Names.shortened(given.collection().get())));
        }
        if (given.collection().isEmpty() && targets.size() > 1) {
            throw new Invalid("Property %s points to several collections; the beacon must name one of %s."
                    .formatted(property.name(), String.join(", ", targets)));
        }
        return new Value.Beacon(given.collection().orElseGet(targets::getFirst), given.id());
    }

    private static List<String> targets(Property property) {
        if (property.type().of() != DataType.REFERENCE) {
            throw new Invalid("Property %s is no reference.".formatted(property.name()));
        }
        return property.type().targets();
    }
}
