package io.text2vec.weaviate.grpc.aggregate;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.aggregate.Asked;
import io.text2vec.collections.aggregate.Statistic;
import io.text2vec.weaviate.grpc.filter.FilterMessage;
import io.text2vec.weaviate.grpc.search.AggregatedSearch;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest.Aggregation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads an aggregation. */
final class AggregateMessage {
    private static final int OCCURRENCES = 5;

    private AggregateMessage() {}

    /** @throws Invalid where the message makes no sense; whether it suits the collection is not looked at */
    static io.text2vec.collections.aggregate.AggregateRequest read(AggregateRequest request) {
        return new io.text2vec.collections.aggregate.AggregateRequest(
                request.getCollection(),
                Optional.of(request.getTenant()).filter(name -> !name.isEmpty()),
                AggregatedSearch.read(request),
                request.hasFilters() ? Optional.of(FilterMessage.read(request.getFilters())) : Optional.empty(),
                request.hasObjectLimit()
                        ? OptionalInt.of(whole(request.getObjectLimit(), "object_limit"))
                        : OptionalInt.empty(),
                request.hasGroupBy() ? Optional.of(request.getGroupBy().getProperty()) : Optional.empty(),
                request.hasLimit() ? OptionalInt.of(whole(request.getLimit(), "limit")) : OptionalInt.empty(),
                request.getAggregationsList().stream()
                        .map(AggregateMessage::asked)
                        .toList());
    }

    private static Asked asked(Aggregation aggregation) {
        return new Asked(aggregation.getProperty(), statistics(aggregation), occurrences(aggregation));
    }

    /** What kind of figures a message is for the property's type decides; int and number are often taken for each other. */
    private static Set<Statistic> statistics(Aggregation aggregation) {
        return switch (aggregation.getAggregationCase()) {
            case INT -> {
                Aggregation.Integer whole = aggregation.getInt();
                yield of(
                        whole.getSum(),
                        whole.getMean(),
                        whole.getMedian(),
                        whole.getMode(),
                        whole.getMinimum(),
                        whole.getMaximum());
            }
            case NUMBER -> {
                Aggregation.Number number = aggregation.getNumber();
                yield of(
                        number.getSum(),
                        number.getMean(),
                        number.getMedian(),
                        number.getMode(),
                        number.getMinimum(),
                        number.getMaximum());
            }
            case DATE -> {
                Aggregation.Date date = aggregation.getDate();
                yield of(false, false, date.getMedian(), date.getMode(), date.getMinimum(), date.getMaximum());
            }
            case TEXT, BOOLEAN, REFERENCE -> Set.of();
            case AGGREGATION_NOT_SET ->
                throw new Invalid("The aggregation of the property " + aggregation.getProperty()
                        + " must say what is asked: int, number, text, boolean, date or reference.");
        };
    }

    private static Set<Statistic> of(
            boolean sum, boolean mean, boolean median, boolean mode, boolean minimum, boolean maximum) {
        boolean[] asked = {sum, mean, median, mode, minimum, maximum}; // in the order of the statistics
        Set<Statistic> statistics = EnumSet.noneOf(Statistic.class);
        for (Statistic statistic : Statistic.values()) {
            if (asked[statistic.ordinal()]) {
                statistics.add(statistic);
            }
        }
        return statistics;
    }

    private static int occurrences(Aggregation aggregation) {
        Aggregation.Text text = aggregation.getText();
        if (!text.getTopOccurences()) {
            return 0;
        }
        return text.hasTopOccurencesLimit() ? whole(text.getTopOccurencesLimit(), "top_occurences_limit") : OCCURRENCES;
    }

    private static int whole(int unsigned, String name) {
        if (unsigned < 0) {
            throw new Invalid("%s must be at most %d, not %s"
                    .formatted(name, Integer.MAX_VALUE, Integer.toUnsignedString(unsigned)));
        }
        return unsigned;
    }
}
