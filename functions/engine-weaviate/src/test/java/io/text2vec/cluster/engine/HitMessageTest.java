package io.text2vec.cluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.NullValue;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Targets.Combination;
import io.text2vec.weaviate.grpc.part.IdBytes;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.text2vec.weaviate.grpc.vector.VectorMessage;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors.VectorType;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.IntValues;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.ListValue;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.NumberValues;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.Properties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataResult;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.PropertiesResult;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchResult;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HitMessageTest {
    private static final UUID ID = UUID.fromString("8bfa692c-27b1-4e50-b87b-0692d04673a4");
    private static final Ranking NEAR = new Ranking.Near(List.of(), Combination.MINIMUM, OptionalDouble.empty());
    private static final Ranking WORDS = new Ranking.Keyword("shark", List.of(), Match.ANY);

    @Test
    void aHitHasItsIdTimesAndDistance() {
        MetadataResult told = MetadataResult.newBuilder()
                .setIdAsBytes(IdBytes.of(ID))
                .setCreationTimeUnix(1)
                .setLastUpdateTimeUnix(2)
                .setDistance(0.1f)
                .setDistancePresent(true)
                .setScorePresent(true)
                .build();
        Hit hit = HitMessage.read(SearchResult.newBuilder().setMetadata(told).build(), NEAR);
        assertThat(hit.object().id()).isEqualTo(ID);
        assertThat(hit.object().created()).isEqualTo(1);
        assertThat(hit.object().updated()).isEqualTo(2);
        assertThat(hit.distance()).hasValue(0.1);
        assertThat(hit.score()).isEmpty();
    }

    @Test
    void aHitForWordsHasItsScoreAndItsExplanation() {
        MetadataResult told = MetadataResult.newBuilder()
                .setId(ID.toString())
                .setScore(0.3f)
                .setScorePresent(true)
                .setExplainScore("by title")
                .setDistancePresent(true)
                .build();
        Hit hit = HitMessage.read(SearchResult.newBuilder().setMetadata(told).build(), WORDS);
        assertThat(hit.object().id()).isEqualTo(ID);
        assertThat(hit.score()).hasValue(0.3);
        assertThat(hit.distance()).isEmpty();
        assertThat(hit.explanation()).contains("by title");
    }

    @Test
    void vectorsAreReadByTheirNames() {
        float[] vector = {1, 2};
        MetadataResult told = MetadataResult.newBuilder()
                .setId(ID.toString())
                .setVectorBytes(VectorBytes.of(vector))
                .addVectors(VectorMessage.of("title", vector))
                .build();
        Map<String, float[]> vectors = HitMessage.object(
                        SearchResult.newBuilder().setMetadata(told).build())
                .vectors();
        assertThat(vectors).containsOnlyKeys("", "title");
        assertThat(vectors.get("")).containsExactly(1, 2);
        assertThat(vectors.get("title")).containsExactly(1, 2);
    }

    @Test
    void aListOfVectorsIsRefused() {
        MetadataResult told = MetadataResult.newBuilder()
                .setId(ID.toString())
                .addVectors(VectorMessage.of("colbert", new float[] {1}).toBuilder()
                        .setType(VectorType.VECTOR_TYPE_MULTI_FP32))
                .build();
        SearchResult found = SearchResult.newBuilder().setMetadata(told).build();
        assertThatThrownBy(() -> HitMessage.object(found))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("colbert");
    }

    @Test
    void valuesHaveTheirTypesAndNullIsNone() {
        Properties properties = Properties.newBuilder()
                .putFields("title", value().setTextValue("Jaws").build())
                .putFields("year", value().setIntValue(Long.MAX_VALUE).build())
                .putFields(
                        "date",
                        value().setDateValue("2020-01-31T12:00:00+02:00").build())
                .putFields("gone", value().setNullValue(NullValue.NULL_VALUE).build())
                .putFields(
                        "years",
                        value().setListValue(ListValue.newBuilder()
                                        .setIntValues(IntValues.newBuilder()
                                                .setValues(VectorBytes.of(new long[] {1, Long.MIN_VALUE}))))
                                .build())
                .putFields(
                        "numbers",
                        value().setListValue(ListValue.newBuilder()
                                        .setNumberValues(NumberValues.newBuilder()
                                                .setValues(VectorBytes.of(new double[] {0.1}))))
                                .build())
                .putFields("none", value().setListValue(ListValue.newBuilder()).build())
                .putFields(
                        "place",
                        value().setObjectValue(Properties.newBuilder()
                                        .putFields(
                                                "town",
                                                value().setTextValue("Oslo").build()))
                                .build())
                .build();
        SearchResult found = SearchResult.newBuilder()
                .setMetadata(MetadataResult.newBuilder().setId(ID.toString()))
                .setProperties(PropertiesResult.newBuilder().setNonRefProps(properties))
                .build();
        assertThat(HitMessage.object(found).properties())
                .isEqualTo(Map.of(
                        "title",
                        new Value.Text("Jaws"),
                        "year",
                        new Value.Int(Long.MAX_VALUE),
                        "date",
                        new Value.Date(OffsetDateTime.parse("2020-01-31T12:00:00+02:00")),
                        "years",
                        new Value.Many(List.of(new Value.Int(1), new Value.Int(Long.MIN_VALUE))),
                        "numbers",
                        new Value.Many(List.of(new Value.Number(0.1))),
                        "none",
                        new Value.Many(List.of()),
                        "place",
                        new Value.Nested(Map.of("town", new Value.Text("Oslo")))));
    }

    private static WeaviateProtoProperties.Value.Builder value() {
        return WeaviateProtoProperties.Value.newBuilder();
    }
}
