package io.text2vec.weaviate.grpc.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.aggregate.Aggregated.Group;
import io.text2vec.collections.aggregate.Statistic;
import io.text2vec.collections.aggregate.Summary;
import io.text2vec.collections.object.Value;
import io.text2vec.weaviate.grpc.TestCollection;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply.Aggregations;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply.Aggregations.Aggregation.Text.TopOccurrences.TopOccurrence;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest.Aggregation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FoundMessageTest {

    @Test
    void theObjectsAreCountedIfAsked() {
        assertThat(single(AggregateRequest.newBuilder().setObjectsCount(true), Map.of())
                        .getObjectsCount())
                .isEqualTo(3);
        assertThat(single(AggregateRequest.newBuilder(), Map.of()).hasObjectsCount())
                .isFalse();
    }

    @Test
    void writesTheFiguresOfWholeNumbers() {
        var asked = Aggregation.newBuilder()
                .setProperty("int")
                .setInt(Aggregation.Integer.newBuilder().setCount(true).setType(true));
        Map<Statistic, Value> figures = Map.of(
                Statistic.SUM, new Value.Int(6),
                Statistic.MEAN, new Value.Number(1.5),
                Statistic.MEDIAN, new Value.Number(2.5),
                Statistic.MODE, new Value.Int(1),
                Statistic.MINIMUM, new Value.Int(-1),
                Statistic.MAXIMUM, new Value.Int(3));

        assertThat(property(asked, new Summary.Ordered(4, figures)).getInt())
                .isEqualTo(Aggregations.Aggregation.Integer.newBuilder()
                        .setCount(4)
                        .setType("int")
                        .setSum(6)
                        .setMean(1.5)
                        .setMedian(2.5)
                        .setMode(1)
                        .setMinimum(-1)
                        .setMaximum(3)
                        .build());
    }

    @Test
    void theFormIsThatOfThePropertysType() {
        var asked = Aggregation.newBuilder()
                .setProperty("numbers")
                .setInt(Aggregation.Integer.newBuilder().setType(true));

        assertThat(property(asked, new Summary.Ordered(1, Map.of(Statistic.SUM, new Value.Number(0.5))))
                        .getNumber())
                .isEqualTo(Aggregations.Aggregation.Number.newBuilder()
                        .setType("number[]")
                        .setSum(0.5)
                        .build());
    }

    @Test
    void whereThereIsNothingOnlyTheCountIsTold() {
        var asked = Aggregation.newBuilder()
                .setProperty("number")
                .setNumber(Aggregation.Number.newBuilder().setCount(true).setSum(true));

        assertThat(property(asked, new Summary.Ordered(0, Map.of())).getNumber())
                .isEqualTo(
                        Aggregations.Aggregation.Number.newBuilder().setCount(0).build());
    }

    @Test
    void writesDatesAsTexts() {
        var asked = Aggregation.newBuilder().setProperty("date").setDate(Aggregation.Date.getDefaultInstance());
        Value date = new Value.Date(OffsetDateTime.parse("2020-01-01T00:00:00.5Z"));

        assertThat(property(asked, new Summary.Ordered(1, Map.of(Statistic.MODE, date)))
                        .getDate()
                        .getMode())
                .isEqualTo("2020-01-01T00:00:00.5Z");
    }

    @Test
    void writesTheMostFrequentTexts() {
        var asked = Aggregation.newBuilder()
                .setProperty("text")
                .setText(Aggregation.Text.newBuilder().setTopOccurences(true));

        var text = property(asked, new Summary.Texts(3, List.of(new Summary.Occurrence("a", 2))))
                .getText();

        assertThat(text.getCount()).isEqualTo(3);
        assertThat(text.getTopOccurences().getItemsList())
                .containsExactly(
                        TopOccurrence.newBuilder().setValue("a").setOccurs(2).build());
    }

    @Test
    void referencesAreToldByWhatTheyPointTo() {
        var asked = Aggregation.newBuilder()
                .setProperty("reference")
                .setReference(Aggregation.Reference.newBuilder().setType(true).setPointingTo(true));

        assertThat(property(asked, new Summary.References(List.of("Film"))).getReference())
                .isEqualTo(Aggregations.Aggregation.Reference.newBuilder()
                        .setType("cref")
                        .addPointingTo("Film")
                        .build());
    }

    @Test
    void sharesOfBooleansAreFromZeroToOne() {
        var asked =
                Aggregation.newBuilder().setProperty("boolean").setBoolean(Aggregation.Boolean.getDefaultInstance());

        assertThat(property(asked, new Summary.Bools(1, 3)).getBoolean())
                .isEqualTo(Aggregations.Aggregation.Boolean.newBuilder()
                        .setCount(4)
                        .setTotalTrue(1)
                        .setTotalFalse(3)
                        .setPercentageTrue(0.25)
                        .setPercentageFalse(0.75)
                        .build());
        assertThat(property(asked, new Summary.Bools(0, 0)).getBoolean())
                .isEqualTo(Aggregations.Aggregation.Boolean.newBuilder()
                        .setCount(0)
                        .build());
    }

    @Test
    void writesWhatGroupsHaveInCommon() {
        UUID id = new UUID(1, 2);

        assertThat(groupedBy(new Value.Text("a")).getText()).isEqualTo("a");
        assertThat(groupedBy(new Value.Text("a")).getPathList()).containsExactly("text");
        assertThat(groupedBy(new Value.Int(3)).getNumber()).isEqualTo(3);
        assertThat(groupedBy(new Value.Number(0.5)).getNumber()).isEqualTo(0.5);
        assertThat(groupedBy(new Value.Bool(true)).getBoolean()).isTrue();
        assertThat(groupedBy(new Value.Uuid(id)).getText()).isEqualTo(id.toString());
        assertThat(groupedBy(new Value.Date(OffsetDateTime.parse("2020-01-01T00:00:00+02:00")))
                        .getText())
                .isEqualTo("2020-01-01T00:00:00+02:00");
    }

    @Test
    void noGroupsAreAnEmptyListOfGroups() {
        var request = AggregateRequest.newBuilder()
                .setGroupBy(AggregateRequest.GroupBy.newBuilder().setProperty("text"))
                .build();

        AggregateReply reply = new FoundMessage(TestCollection.DEFINITION, request)
                .write(new Aggregated(List.of()))
                .build();

        assertThat(reply.hasGroupedResults()).isTrue();
        assertThat(reply.getGroupedResults().getGroupsCount()).isZero();
    }

    private static AggregateReply.Group.GroupedBy groupedBy(Value value) {
        var request = AggregateRequest.newBuilder()
                .setGroupBy(AggregateRequest.GroupBy.newBuilder().setProperty("text"))
                .build();
        AggregateReply.Group group = new FoundMessage(TestCollection.DEFINITION, request)
                .write(new Aggregated(List.of(new Group(Optional.of(value), 2, Map.of()))))
                .getGroupedResults()
                .getGroups(0);
        assertThat(group.getObjectsCount()).isEqualTo(2);
        return group.getGroupedBy();
    }

    private static Aggregations.Aggregation property(Aggregation.Builder asked, Summary summary) {
        return single(AggregateRequest.newBuilder().addAggregations(asked), Map.of(asked.getProperty(), summary))
                .getAggregations()
                .getAggregations(0);
    }

    private static AggregateReply.Single single(AggregateRequest.Builder request, Map<String, Summary> properties) {
        return new FoundMessage(TestCollection.DEFINITION, request.build())
                .write(new Aggregated(List.of(new Group(Optional.empty(), 3, properties))))
                .getSingleResult();
    }
}
