package io.text2vec.weaviate.grpc.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.aggregate.Asked;
import io.text2vec.collections.aggregate.Statistic;
import io.text2vec.collections.query.Cutoff;
import io.text2vec.collections.query.Search;
import io.text2vec.weaviate.grpc.filter.TestFilters;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest.Aggregation;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest.GroupBy;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Hybrid;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearImageSearch;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearTextSearch;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AggregateMessageTest {

    @Test
    void readsWhatIsAskedOfEachType() {
        var read = AggregateMessage.read(AggregateRequest.newBuilder()
                .setCollection("Film")
                .addAggregations(Aggregation.newBuilder()
                        .setProperty("int")
                        .setInt(Aggregation.Integer.newBuilder().setSum(true).setMaximum(true)))
                .addAggregations(Aggregation.newBuilder()
                        .setProperty("number")
                        .setNumber(Aggregation.Number.newBuilder().setMean(true).setMode(true)))
                .addAggregations(Aggregation.newBuilder()
                        .setProperty("date")
                        .setDate(Aggregation.Date.newBuilder().setMedian(true).setMinimum(true)))
                .addAggregations(Aggregation.newBuilder()
                        .setProperty("text")
                        .setText(Aggregation.Text.newBuilder().setTopOccurences(true)))
                .addAggregations(Aggregation.newBuilder()
                        .setProperty("texts")
                        .setText(Aggregation.Text.newBuilder()
                                .setTopOccurences(true)
                                .setTopOccurencesLimit(7)))
                .addAggregations(Aggregation.newBuilder()
                        .setProperty("boolean")
                        .setBoolean(Aggregation.Boolean.getDefaultInstance()))
                .build());

        assertThat(read.properties())
                .containsExactly(
                        new Asked("int", Set.of(Statistic.SUM, Statistic.MAXIMUM), 0),
                        new Asked("number", Set.of(Statistic.MEAN, Statistic.MODE), 0),
                        new Asked("date", Set.of(Statistic.MEDIAN, Statistic.MINIMUM), 0),
                        new Asked("text", Set.of(), 5),
                        new Asked("texts", Set.of(), 7),
                        new Asked("boolean", Set.of(), 0));
    }

    @Test
    void readsWhichObjectsCount() {
        var read = AggregateMessage.read(AggregateRequest.newBuilder()
                .setCollection("Film")
                .setTenant("t")
                .setObjectLimit(3)
                .setLimit(4)
                .setGroupBy(GroupBy.newBuilder().setCollection("Film").setProperty("text"))
                .setFilters(TestFilters.equal("text", "x"))
                .setNearText(NearTextSearch.newBuilder().addQuery("a shark").setDistance(0.5))
                .build());

        assertThat(read.tenant()).hasValue("t");
        assertThat(read.objectLimit()).hasValue(3);
        assertThat(read.groups()).hasValue(4);
        assertThat(read.groupBy()).hasValue("text");
        assertThat(read.filter()).isPresent();
        assertThat(((Search.Near) read.search()).cutoff()).hasValue(new Cutoff.Distance(0.5));
    }

    @Test
    void withoutASearchAllObjectsCount() {
        var read = AggregateMessage.read(
                AggregateRequest.newBuilder().setCollection("Film").build());

        assertThat(read.search()).isInstanceOf(Search.Fetch.class);
        assertThat(read.objectLimit()).isEmpty();
        assertThat(read.groups()).isEmpty();
        assertThat(read.groupBy()).isEmpty();
    }

    @Test
    @SuppressWarnings("deprecation") // older clients send alpha so
    void readsHybridSearches() {
        var read = AggregateMessage.read(AggregateRequest.newBuilder()
                .setHybrid(Hybrid.newBuilder().setQuery("a shark").setAlpha(0.25f))
                .build());

        assertThat(((Search.Hybrid) read.search()).alpha()).isEqualTo(0.25);
    }

    @Test
    void refusesSearchesByImagesByName() {
        assertThatThrownBy(() -> AggregateMessage.read(AggregateRequest.newBuilder()
                        .setNearImage(NearImageSearch.getDefaultInstance())
                        .build()))
                .isInstanceOf(CollectionException.Unsupported.class)
                .hasMessageContaining("near_image");
    }

    @Test
    void refusesAnAggregationThatSaysNothing() {
        assertThatThrownBy(() -> AggregateMessage.read(AggregateRequest.newBuilder()
                        .addAggregations(Aggregation.newBuilder().setProperty("int"))
                        .build()))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("int");
    }

    @Test
    void refusesLimitsBeyondWhatCanBeCounted() {
        assertThatThrownBy(() -> AggregateMessage.read(
                        AggregateRequest.newBuilder().setObjectLimit(-1).build()))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("object_limit");
    }
}
