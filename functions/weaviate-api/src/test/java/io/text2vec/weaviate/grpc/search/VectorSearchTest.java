package io.text2vec.weaviate.grpc.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.text2vec.collections.CollectionException;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.query.Targets.Combination;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.CombinationMethod;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Hybrid;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearTextSearch;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearVector;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.VectorForTarget;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.WeightsForTarget;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Given vectors and the targets they are for, alone and within hybrid searches. */
@SuppressWarnings("deprecation") // what older clients send is read too
class VectorSearchTest {
    private static final float[] VECTOR = {1, 2};
    private static final ByteString BYTES = VectorBytes.of(VECTOR);
    private static final Vectors PLAIN =
            Vectors.newBuilder().setVectorBytes(BYTES).build();

    @Test
    void aVectorForAllTargetsComesInThreeForms() {
        for (NearVector.Builder form : List.of(
                NearVector.newBuilder().addVectors(PLAIN),
                NearVector.newBuilder().setVectorBytes(BYTES),
                NearVector.newBuilder().addVector(1).addVector(2))) {
            Search.Near near = near(form);
            assertThat(((Source.Vector) near.source()).values()).containsExactly(VECTOR);
            assertThat(near.targets()).isEqualTo(Targets.ONLY);
        }
    }

    @Test
    void vectorsByTargetComeInThreeForms() {
        for (NearVector.Builder form : List.of(
                NearVector.newBuilder().addVectorForTargets(target("a").addVectors(PLAIN)),
                NearVector.newBuilder().addVectorForTargets(target("a").setVectorBytes(BYTES)),
                NearVector.newBuilder().putVectorPerTarget("a", BYTES))) {
            Search.Near near = near(form);
            assertThat(((Source.Vectors) near.source()).byTarget().get("a").getFirst())
                    .containsExactly(VECTOR);
            assertThat(near.targets().names()).containsExactly("a");
        }
    }

    @Test
    void aTargetStandsAsOftenAsItHasVectors() {
        NearVector.Builder two = NearVector.newBuilder()
                .addVectorForTargets(target("a").addVectors(PLAIN).addVectors(PLAIN))
                .addVectorForTargets(target("b").addVectors(PLAIN))
                .setTargets(targets(CombinationMethod.COMBINATION_METHOD_TYPE_SUM, "a", "a", "b"));
        assertThat(near(two).targets()).isEqualTo(new Targets(List.of("a", "a", "b"), Combination.SUM, Map.of()));
        assertThat(near(two.setTargets(targets(CombinationMethod.COMBINATION_METHOD_UNSPECIFIED, "b", "a")))
                        .targets()
                        .names())
                .containsExactly("b", "a", "a");
        assertInvalid(two.setTargets(targets(CombinationMethod.COMBINATION_METHOD_UNSPECIFIED, "a", "c")), "[a, c]");
    }

    @Test
    void weightsCountWhereTheCombinationWeighs() {
        NearVector.Builder near = NearVector.newBuilder()
                .addVectors(PLAIN)
                .setTargets(targets(CombinationMethod.COMBINATION_METHOD_TYPE_MANUAL, "a", "b")
                        .addWeightsForTargets(weight("a", 0.5f))
                        .addWeightsForTargets(weight("b", 2)));
        assertThat(near(near).targets())
                .isEqualTo(new Targets(
                        List.of("a", "b"), Combination.MANUAL, Map.of("a", List.of(0.5), "b", List.of(2.0))));
        near.getTargetsBuilder().removeWeightsForTargets(1);
        assertInvalid(near, "weights");
        near.getTargetsBuilder().addWeightsForTargets(weight("b", 1)).addWeightsForTargets(weight("b", 1));
        assertInvalid(near, "2 weights");
    }

    @Test
    void theOldListOfTargetsIsRead() {
        assertThat(near(NearVector.newBuilder().addVectors(PLAIN).addTargetVectors("a"))
                        .targets())
                .isEqualTo(new Targets(List.of("a"), Combination.MINIMUM, Map.of()));
    }

    @Test
    void aSearchWithoutVectorOrWithSeveralForOneIsRefused() {
        assertInvalid(NearVector.newBuilder(), "needs a vector");
        assertInvalid(NearVector.newBuilder().addVectors(PLAIN).addVectors(PLAIN), "not 2");
    }

    @Test
    void alphaFollowsTheClientsVersion() {
        assertThat(hybrid(Hybrid.newBuilder()).alpha()).isZero();
        assertThat(hybrid(Hybrid.newBuilder().setAlpha(0.5f)).alpha()).isEqualTo(0.5);
        assertThat(hybrid(Hybrid.newBuilder().setAlpha(0.5f).setUseAlphaParam(true))
                        .alpha())
                .isEqualTo(0.75);
        assertThat(hybrid(Hybrid.newBuilder().setAlphaParam(0.25f).setUseAlphaParam(true))
                        .alpha())
                .isEqualTo(0.25);
    }

    @Test
    void aHybridSearchTakesItsVectorFromOnePlace() {
        assertThat(hybrid(Hybrid.newBuilder().setQuery("x")).source()).isEmpty();
        assertThat(hybrid(Hybrid.newBuilder().setVectorBytes(BYTES)).source())
                .get()
                .isInstanceOf(Source.Vector.class);
        assertThat(hybrid(Hybrid.newBuilder()
                                .setNearText(NearTextSearch.newBuilder().addQuery("y")))
                        .source())
                .get()
                .isInstanceOf(Source.Texts.class);
        assertThat(hybrid(Hybrid.newBuilder()
                                .setNearVector(NearVector.newBuilder()
                                        .addVectorForTargets(target("a").addVectors(PLAIN))))
                        .targets()
                        .names())
                .containsExactly("a");
        assertThatThrownBy(() -> hybrid(Hybrid.newBuilder()
                        .setNearText(NearTextSearch.newBuilder())
                        .addVectors(PLAIN)))
                .isInstanceOf(CollectionException.Invalid.class);
    }

    @Test
    void aHybridSearchCutsByDistanceAlone() {
        assertThat(hybrid(Hybrid.newBuilder().setVectorDistance(0.5f)).maxDistance())
                .hasValue(0.5);
        assertThat(hybrid(Hybrid.newBuilder()
                                .setNearText(NearTextSearch.newBuilder().setDistance(0.3)))
                        .maxDistance())
                .hasValue(0.3);
        assertThatThrownBy(() -> hybrid(Hybrid.newBuilder()
                        .setNearText(NearTextSearch.newBuilder().setCertainty(0.3))))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("certainty");
    }

    @Test
    void fusionIsByRelativeScoreUnlessRanked() {
        assertThat(hybrid(Hybrid.newBuilder()).fusion()).isEqualTo(Search.Fusion.RELATIVE_SCORE);
        assertThat(hybrid(Hybrid.newBuilder().setFusionType(Hybrid.FusionType.FUSION_TYPE_RANKED))
                        .fusion())
                .isEqualTo(Search.Fusion.RANKED);
    }

    private static VectorForTarget.Builder target(String name) {
        return VectorForTarget.newBuilder().setName(name);
    }

    private static io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Targets.Builder targets(
            CombinationMethod combination, String... names) {
        return io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.Targets.newBuilder()
                .setCombination(combination)
                .addAllTargetVectors(List.of(names));
    }

    private static WeightsForTarget weight(String target, float weight) {
        return WeightsForTarget.newBuilder().setTarget(target).setWeight(weight).build();
    }

    private static Search.Near near(NearVector.Builder near) {
        return (Search.Near) SearchMessage.read(
                        SearchRequest.newBuilder().setNearVector(near).build(), true)
                .search();
    }

    private static Search.Hybrid hybrid(Hybrid.Builder hybrid) {
        return (Search.Hybrid) SearchMessage.read(
                        SearchRequest.newBuilder().setHybridSearch(hybrid).build(), true)
                .search();
    }

    private static void assertInvalid(NearVector.Builder near, String words) {
        assertThatThrownBy(() -> near(near))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(words);
    }
}
