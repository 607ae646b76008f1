package io.text2vec.weaviate.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.aggregate.AggregateRequest;
import io.text2vec.collections.aggregate.Asked;
import io.text2vec.collections.aggregate.Statistic;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.schema.CollectionDef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Aggregates a collection; works out no more than the query shows. */
final class AggregateFetcher implements DataFetcher<List<Map<String, Object>>> {
    static final int OCCURRENCES = 5;
    static final String TOP = "topOccurrences";

    private final CollectionDef collection;
    private final Reads reads;

    AggregateFetcher(CollectionDef collection, Reads reads) {
        this.collection = collection;
        this.reads = reads;
    }

    @Override
    public List<Map<String, Object>> get(DataFetchingEnvironment query) {
        Arguments arguments = new Arguments(query.getArguments());
        Optional<String> groupBy = groupBy(arguments.texts("groupBy"));
        return new FoundFigures(collection, groupBy)
                .write(reads.aggregate(new AggregateRequest(
                        collection.name(),
                        arguments.text("tenant"),
                        SearchArguments.read(arguments),
                        WhereArgument.read(arguments),
                        arguments.whole("objectLimit"),
                        groupBy,
                        arguments.whole("limit"),
                        asked(query))));
    }

    private static Optional<String> groupBy(List<String> path) {
        if (path.size() > 1) {
            throw new Invalid("groupBy takes a path of one property, not " + path.size() + ".");
        }
        return path.stream().findFirst();
    }

    /** A property may stand several times in a query, each time under another name. */
    private List<Asked> asked(DataFetchingEnvironment query) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (SelectedField field : query.getSelectionSet().getImmediateFields()) {
            if (collection.property(field.getName()).isPresent()) {
                asked.merge(field.getName(), asked(field), AggregateFetcher::both);
            }
        }
        return new ArrayList<>(asked.values());
    }

    private static Asked asked(SelectedField property) {
        Set<Statistic> statistics = EnumSet.noneOf(Statistic.class);
        int occurrences = 0;
        for (SelectedField figure : property.getSelectionSet().getImmediateFields()) {
            for (Statistic statistic : Statistic.values()) {
                if (statistic.word().equals(figure.getName())) {
                    statistics.add(statistic);
                }
            }
            if (figure.getName().equals(TOP)) {
                occurrences = Math.max(
                        occurrences,
                        new Arguments(figure.getArguments()).whole("limit").orElse(OCCURRENCES));
            }
        }
        return new Asked(property.getName(), statistics, occurrences);
    }

    private static Asked both(Asked one, Asked other) {
        Set<Statistic> statistics = EnumSet.noneOf(Statistic.class);
        statistics.addAll(one.statistics());
        statistics.addAll(other.statistics());
        return new Asked(one.property(), statistics, Math.max(one.occurrences(), other.occurrences()));
    }
}
