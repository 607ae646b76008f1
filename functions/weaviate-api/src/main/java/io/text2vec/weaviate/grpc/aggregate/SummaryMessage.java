package io.text2vec.weaviate.grpc.aggregate;

import io.text2vec.collections.aggregate.Statistic;
import io.text2vec.collections.aggregate.Summary;
import io.text2vec.collections.object.DateText;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.PropertyType;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply.Aggregations;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply.Aggregations.Aggregation.Text.TopOccurrences;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply.Aggregations.Aggregation.Text.TopOccurrences.TopOccurrence;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest.Aggregation;
import java.util.Map;
import java.util.function.Consumer;

/** Writes what the values of a property come to, in the form of the property's type. */
final class SummaryMessage {
    private SummaryMessage() {}

    static Aggregations.Aggregation write(Aggregation asked, PropertyType type, Summary summary) {
        Wanted wanted = Wanted.of(asked);
        Aggregations.Aggregation.Builder out =
                Aggregations.Aggregation.newBuilder().setProperty(asked.getProperty());
        switch (summary) {
            case Summary.Texts texts -> out.setText(texts(asked, wanted, texts, type.word()));
            case Summary.Bools bools -> out.setBoolean(bools(wanted, bools, type.word()));
            case Summary.References references -> out.setReference(references(wanted, references));
            case Summary.Ordered ordered -> {
                switch (type.of()) {
                    case INT -> out.setInt(whole(wanted, ordered, type.word()));
                    case DATE -> out.setDate(date(wanted, ordered, type.word()));
                    default -> out.setNumber(number(wanted, ordered, type.word()));
                }
            }
        }
        return out.build();
    }

    private static Aggregations.Aggregation.Integer.Builder whole(Wanted wanted, Summary.Ordered found, String type) {
        Aggregations.Aggregation.Integer.Builder out = Aggregations.Aggregation.Integer.newBuilder();
        if (wanted.count()) {
            out.setCount(found.count());
        }
        if (wanted.type()) {
            out.setType(type);
        }
        tell(found, Statistic.SUM, value -> out.setSum(integer(value)));
        tell(found, Statistic.MEAN, value -> out.setMean(real(value)));
        tell(found, Statistic.MEDIAN, value -> out.setMedian(real(value)));
        tell(found, Statistic.MODE, value -> out.setMode(integer(value)));
        tell(found, Statistic.MINIMUM, value -> out.setMinimum(integer(value)));
        tell(found, Statistic.MAXIMUM, value -> out.setMaximum(integer(value)));
        return out;
    }

    private static Aggregations.Aggregation.Number.Builder number(Wanted wanted, Summary.Ordered found, String type) {
        Aggregations.Aggregation.Number.Builder out = Aggregations.Aggregation.Number.newBuilder();
        if (wanted.count()) {
            out.setCount(found.count());
        }
        if (wanted.type()) {
            out.setType(type);
        }
        tell(found, Statistic.SUM, value -> out.setSum(real(value)));
        tell(found, Statistic.MEAN, value -> out.setMean(real(value)));
        tell(found, Statistic.MEDIAN, value -> out.setMedian(real(value)));
        tell(found, Statistic.MODE, value -> out.setMode(real(value)));
        tell(found, Statistic.MINIMUM, value -> out.setMinimum(real(value)));
        tell(found, Statistic.MAXIMUM, value -> out.setMaximum(real(value)));
        return out;
    }

    private static Aggregations.Aggregation.Date.Builder date(Wanted wanted, Summary.Ordered found, String type) {
        Aggregations.Aggregation.Date.Builder out = Aggregations.Aggregation.Date.newBuilder();
        if (wanted.count()) {
            out.setCount(found.count());
        }
        if (wanted.type()) {
            out.setType(type);
        }
        tell(found, Statistic.MEDIAN, value -> out.setMedian(time(value)));
        tell(found, Statistic.MODE, value -> out.setMode(time(value)));
        tell(found, Statistic.MINIMUM, value -> out.setMinimum(time(value)));
        tell(found, Statistic.MAXIMUM, value -> out.setMaximum(time(value)));
        return out;
    }

    /** The count is told always, as Weaviate does. */
    private static Aggregations.Aggregation.Text.Builder texts(
            Aggregation asked, Wanted wanted, Summary.Texts found, String type) {
        Aggregations.Aggregation.Text.Builder out =
                Aggregations.Aggregation.Text.newBuilder().setCount(found.count());
        if (wanted.type()) {
            out.setType(type);
        }
        if (asked.getText().getTopOccurences() && !found.top().isEmpty()) {
            TopOccurrences.Builder top = TopOccurrences.newBuilder();
            found.top()
                    .forEach(each -> top.addItems(
                            TopOccurrence.newBuilder().setValue(each.text()).setOccurs(each.times())));
            out.setTopOccurences(top);
        }
        return out;
    }

    /** All figures are told always, as Weaviate does, but shares of nothing. */
    private static Aggregations.Aggregation.Boolean.Builder bools(Wanted wanted, Summary.Bools found, String type) {
        Aggregations.Aggregation.Boolean.Builder out =
                Aggregations.Aggregation.Boolean.newBuilder().setCount(found.count());
        if (wanted.type()) {
            out.setType(type);
        }
        if (found.count() > 0) {
            out.setTotalTrue(found.trues())
                    .setTotalFalse(found.falses())
                    .setPercentageTrue((double) found.trues() / found.count())
                    .setPercentageFalse((double) found.falses() / found.count());
        }
        return out;
    }

    private static Aggregations.Aggregation.Reference.Builder references(Wanted wanted, Summary.References found) {
        Aggregations.Aggregation.Reference.Builder out =
                Aggregations.Aggregation.Reference.newBuilder().addAllPointingTo(found.pointingTo());
        if (wanted.type()) {
            out.setType(Summary.References.TYPE);
        }
        return out;
    }

    private static void tell(Summary.Ordered found, Statistic statistic, Consumer<Value> to) {
        Map<Statistic, Value> figures = found.figures();
        if (figures.containsKey(statistic)) {
            to.accept(figures.get(statistic));
        }
    }

    private static long integer(Value value) {
        return ((Value.Int) value).value();
    }

    private static double real(Value value) {
        return ((Value.Number) value).value();
    }

    private static String time(Value value) {
        return DateText.write(((Value.Date) value).time());
    }
}
