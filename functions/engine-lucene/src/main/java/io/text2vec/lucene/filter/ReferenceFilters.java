package io.text2vec.lucene.filter;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Property;
import io.text2vec.lucene.document.Fields;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;

/** Conditions on what references point to: the targets that fit are found first, then who points to one of them. */
final class ReferenceFilters {
    /** How many targets may fit a condition: all of them are in memory at once. */
    static final int MOST_TARGETS = 100_000;

    private final Pointed pointed;

    ReferenceFilters(Pointed pointed) {
        this.pointed = pointed;
    }

    /** @param fitting targets, in the target's index */
    Query pointing(Property property, CollectionDef target, Query fitting) {
        List<UUID> ids = pointed.ids(target, fitting, MOST_TARGETS + 1);
        if (ids.size() > MOST_TARGETS) {
            throw new CollectionException.Invalid(
                    "The filter on '%s' fits more than %d objects of %s, the most that a filter looks for; narrow it."
                            .formatted(property.name(), MOST_TARGETS, target.name()));
        }
        return ids.isEmpty()
                ? MatchNoDocsQuery.INSTANCE
                : new TermInSetQuery(
                        Fields.value(property.name()),
                        ids.stream()
                                .map(id -> Fields.term(new Value.Beacon(target.name(), id)))
                                .toList());
    }
}
