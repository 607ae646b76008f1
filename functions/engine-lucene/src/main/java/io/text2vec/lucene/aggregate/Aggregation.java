package io.text2vec.lucene.aggregate;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.aggregate.Aggregated.Group;
import io.text2vec.collections.aggregate.Asked;
import io.text2vec.collections.aggregate.Summary;
import io.text2vec.collections.aggregate.Summary.Occurrence;
import io.text2vec.collections.engine.AggregateQuery;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.Property;
import io.text2vec.lucene.filter.Pointed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;

/** Answers an aggregation on one state of an index, in the calling thread. */
public final class Aggregation {
    /** Of a group, how many of the beacons that its objects point to are told. */
    private static final int BEACONS = 100;

    private final IndexSearcher searcher;
    private final AggregateQuery query;
    private final FoundDocuments found;

    /**
     * @param hybridDepth how many hits of each of its searches a hybrid search fuses at least
     * @param pointed searched where the filter looks at what references point to
     */
    public Aggregation(IndexSearcher searcher, AggregateQuery query, int hybridDepth, Pointed pointed) {
        this.searcher = searcher;
        this.query = query;
        found = new FoundDocuments(searcher, query, hybridDepth, pointed);
    }

    /**
     * Works it out.
     *
     * @throws CollectionException.Invalid if the query makes no sense for the collection
     * @throws CollectionException.EngineFailed if the index can't be read
     */
    public Aggregated run() {
        try {
            if (query.groupBy().isPresent()) {
                return grouped(property(query.groupBy().get()));
            }
            return query.properties().isEmpty() && query.ranking() instanceof Ranking.None
                    ? single(found.count(), Map.of())
                    : single(found.documents());
        } catch (IOException e) {
            throw new CollectionException.EngineFailed(
                    "The index of collection %s could not be read: %s."
                            .formatted(query.collection().name(), e.getMessage()),
                    e);
        }
    }

    private Aggregated single(Documents documents) throws IOException {
        return single(documents.count(), summaries(documents));
    }

    private static Aggregated single(long count, Map<String, Summary> properties) {
        return new Aggregated(List.of(new Group(Optional.empty(), count, properties)));
    }

    private Aggregated grouped(Property by) throws IOException {
        Values values = new Values(found.documents(), by);
        List<Told.Entry> largest = new Told(searcher, by).of(values::eachOnce, query.groups());
        List<Group> groups = new ArrayList<>();
        if (query.properties().isEmpty()) {
            largest.forEach(entry -> groups.add(group(entry, Map.of())));
            return new Aggregated(groups);
        }
        Groups keys = new Groups(largest.stream().map(Told.Entry::counted).toList());
        List<Documents> documents = keys.of(values);
        for (Told.Entry entry : largest) {
            groups.add(
                    group(entry, summaries(documents.get(keys.at(entry.counted().key())))));
        }
        return new Aggregated(groups);
    }

    private static Group group(Told.Entry entry, Map<String, Summary> properties) {
        return new Group(Optional.of(entry.value()), entry.counted().count(), properties);
    }

    private Map<String, Summary> summaries(Documents documents) throws IOException {
        Map<String, Summary> summaries = new HashMap<>();
        for (Asked asked : query.properties()) {
            Property property = property(asked.property());
            summaries.put(asked.property(), summary(new Values(documents, property), asked));
        }
        return summaries;
    }

    private Summary summary(Values values, Asked asked) throws IOException {
        return switch (values.property().type().of()) {
            case INT, NUMBER, DATE ->
                OrderedFigures.of(
                        values::each, Scale.of(values.property().type().of()), asked.statistics());
            case BOOLEAN -> bools(values);
            case TEXT -> texts(values, asked.occurrences());
            case REFERENCE -> references(values);
            case UUID, BLOB, GEO_COORDINATES, PHONE_NUMBER, OBJECT ->
                throw new CollectionException.Invalid("The property %s is of a type whose values can't be aggregated."
                        .formatted(values.property().name()));
        };
    }

    private static Summary bools(Values values) throws IOException {
        long[] counts = new long[2];
        values.each((document, key) -> counts[(int) key]++);
        return new Summary.Bools(counts[1], counts[0]);
    }

    private Summary texts(Values values, int occurrences) throws IOException {
        long[] count = {0};
        values.each((document, key) -> count[0]++);
        List<Occurrence> top = occurrences == 0
                ? List.of()
                : new Told(searcher, values.property())
                        .of(values::each, occurrences).stream()
                                .map(entry -> new Occurrence(
                                        ((Value.Text) entry.value()).text(),
                                        entry.counted().count()))
                                .toList();
        return new Summary.Texts(count[0], top);
    }

    private Summary references(Values values) throws IOException {
        if (query.groupBy().isEmpty()) {
            return new Summary.References(values.property().type().targets());
        }
        return new Summary.References(new Told(searcher, values.property())
                .of(values::eachOnce, BEACONS).stream()
                        .map(entry -> Beacons.write(
                                ((Value.References) entry.value()).all().getFirst()))
                        .toList());
    }

    private Property property(String name) {
        return query.collection()
                .property(name)
                .orElseThrow(() -> new CollectionException.Invalid("%s has no property named '%s'."
                        .formatted(query.collection().name(), name)));
    }
}
