package io.text2vec.collections.rank;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.query.GroupBy;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.SearchResult.Group;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.DoubleStream;

/** Gathers hits by the value of a property. */
public final class Grouping {
    private Grouping() {}

    /**
     * Goes through the hits once. A value that is new opens a group while there are fewer than are asked for; a hit joins a
     * group while that has room. A list puts a hit in the group of each of its elements, no value in that of {@code ""}.
     *
     * @param hits best first, with the property read
     * @return in the order of their first hits
     * @throws CollectionException.Invalid if {@link #property} would
     */
    public static List<Group> of(CollectionDef collection, GroupBy by, List<Hit> hits) {
        String property = property(collection, by.property()).name();
        SequencedMap<String, List<Hit>> groups = new LinkedHashMap<>();
        for (Hit hit : hits) {
            for (String name :
                    GroupNames.of(Optional.ofNullable(hit.object().properties().get(property)))) {
                List<Hit> members = groups.get(name);
                if (members == null && groups.size() < by.groups()) {
                    members = new ArrayList<>();
                    groups.put(name, members);
                }
                if (members != null && members.size() < by.objectsPerGroup()) {
                    members.add(hit);
                }
            }
        }
        return groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .toList();
    }

    /**
     * The property that is grouped by.
     *
     * @throws CollectionException.Invalid if the collection has no such property, or it holds objects
     */
    public static Property property(CollectionDef collection, String name) {
        Property property = collection
                .property(name)
                .orElseThrow(() -> new CollectionException.Invalid(
                        "Hits cannot be grouped by '%s': the collection %s has no such property."
                                .formatted(name, collection.name())));
        if (property.type().of() == DataType.OBJECT) {
            throw new CollectionException.Invalid(
                    "Hits cannot be grouped by '%s', which holds objects; group by a property with values of its own."
                            .formatted(name));
        }
        return property;
    }

    private static Group group(String name, List<Hit> members) {
        return new Group(name, distances(members).min(), distances(members).max(), members);
    }

    private static DoubleStream distances(List<Hit> members) {
        return members.stream().map(Hit::distance).flatMapToDouble(OptionalDouble::stream);
    }
}
