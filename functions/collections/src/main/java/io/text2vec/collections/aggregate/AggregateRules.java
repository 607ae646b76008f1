package io.text2vec.collections.aggregate;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Property;
import java.util.EnumSet;
import java.util.Set;

/** What parts of an aggregation go together, and with its collection. */
public final class AggregateRules {
    private AggregateRules() {}

    /**
     * Checks a request; its filter and what its search says are not looked at.
     *
     * @throws Invalid if it makes no sense
     */
    public static void check(AggregateRequest request, CollectionDef collection) {
        request.properties().forEach(asked -> check(asked, property(asked.property(), collection)));
        request.groupBy().ifPresent(name -> checkGroups(property(name, collection)));
        if (request.objectLimit().orElse(1) < 1 || request.groups().orElse(1) < 1) {
            throw new Invalid("objectLimit and limit must be at least 1.");
        }
        checkBounded(request);
    }

    private static void checkBounded(AggregateRequest request) {
        boolean bounded =
                switch (request.search()) {
                    case Search.Fetch _ -> {
                        if (request.objectLimit().isPresent()) {
                            throw new Invalid("objectLimit says how many hits of a search count; there is no search.");
                        }
                        yield true;
                    }
                    case Search.Near near -> near.cutoff().isPresent();
                    case Search.Keyword _, Search.Hybrid _ -> false;
                };
        if (!bounded && request.objectLimit().isEmpty()) {
            throw new Invalid(
                    request.search() instanceof Search.Near
                            ? "Aggregating what is near to something needs a distance, a certainty or objectLimit."
                            : "Aggregating what words are found in needs objectLimit.");
        }
    }

    private static void check(Asked asked, Property property) {
        Set<Statistic> there =
                switch (property.type().of()) {
                    case INT, NUMBER -> EnumSet.allOf(Statistic.class);
                    case DATE -> EnumSet.complementOf(EnumSet.of(Statistic.SUM, Statistic.MEAN));
                    case TEXT, BOOLEAN, REFERENCE -> Set.of();
                    case UUID, BLOB, GEO_COORDINATES, PHONE_NUMBER, OBJECT ->
                        throw new Invalid("The property %s is of the type %s, whose values can't be aggregated."
                                .formatted(property.name(), property.type().of().word()));
                };
        if (asked.occurrences() < 0) {
            throw new Invalid("The limit of topOccurrences can't be negative.");
        }
        for (Statistic statistic : asked.statistics()) {
            if (!there.contains(statistic)) {
                throw new Invalid("The property %s is of the type %s, whose values have no %s."
                        .formatted(property.name(), property.type().of().word(), statistic.word()));
            }
        }
        if (asked.occurrences() > 0 && property.type().of() != DataType.TEXT) {
            throw new Invalid("The property %s is of the type %s; topOccurrences are those of texts."
                    .formatted(property.name(), property.type().of().word()));
        }
    }

    private static void checkGroups(Property property) {
        switch (property.type().of()) {
            case TEXT, INT, NUMBER, BOOLEAN, DATE, UUID, REFERENCE -> {}
            case BLOB, GEO_COORDINATES, PHONE_NUMBER, OBJECT ->
                throw new Invalid("Objects can't be grouped by %s, which is of the type %s."
                        .formatted(property.name(), property.type().of().word()));
        }
    }

    private static Property property(String name, CollectionDef collection) {
        return collection
                .property(name)
                .orElseThrow(() -> new Invalid("%s has no property named '%s'.".formatted(collection.name(), name)));
    }
}
