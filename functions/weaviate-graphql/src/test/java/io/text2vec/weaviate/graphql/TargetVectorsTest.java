package io.text2vec.weaviate.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches over several vectors of an object. The distances are those that a real Weaviate 1.35.2 tells of these objects. */
class TargetVectorsTest {
    private static final String BOTH = "vectorPerTarget:{a:[1,0] b:[0,1,0]}";

    @TempDir
    Path directory;

    private Asked asked;

    @BeforeEach
    void films() {
        asked = new Asked(directory);
        asked.vectors("Film", "a", "b");
        asked.put("Film", 1, Map.of(), vectors(new float[] {1, 0}, new float[] {0, 1, 0}));
        asked.put("Film", 2, Map.of(), vectors(new float[] {1, 1}, new float[] {0, 1, 1}));
        asked.put("Film", 3, Map.of(), vectors(new float[] {0, 1}, new float[] {1, 0, 0}));
    }

    @AfterEach
    void close() {
        asked.close();
    }

    private static Map<String, float[]> vectors(float[] a, float[] b) {
        return Map.of("a", a, "b", b);
    }

    private ListAssert<Double> distances(String search) {
        return assertThat(((List<?>) asked.data("{Get{Film(" + search + "){_additional{distance}}}}", "Get", "Film"))
                        .stream()
                                .map(hit -> (Double) ((Map<?, ?>) ((Map<?, ?>) hit).get("_additional")).get("distance"))
                                .toList())
                .usingComparatorForType((one, other) -> Math.abs(one - other) < 1e-6 ? 0 : 1, Double.class);
    }

    private static String near(String targets) {
        return "nearVector:{" + BOTH + " targets:{targetVectors:[\"a\",\"b\"] " + targets + "}}";
    }

    @Test
    void theSmallestDistanceCountsWhereNothingIsSaid() {
        distances("nearVector:{" + BOTH + " targetVectors:[\"a\",\"b\"]}").containsExactly(0.0, 0.29289323, 1.0);
        distances("nearVector:{" + BOTH + "}").containsExactly(0.0, 0.29289323, 1.0);
    }

    @Test
    void distancesAreAddedAveragedOrWeighed() {
        distances(near("combinationMethod:sum")).containsExactly(0.0, 0.58578646, 2.0);
        distances(near("combinationMethod:average")).containsExactly(0.0, 0.29289323, 1.0);
        distances(near("combinationMethod:manualWeights weights:{a:2 b:1}")).containsExactly(0.0, 0.8786797, 3.0);
        distances("nearObject:{id:\"00000000-0000-0000-0000-000000000001\" targets:{targetVectors:[\"a\",\"b\"]"
                        + " combinationMethod:relativeScore weights:{a:1 b:1}}}")
                .containsExactly(0.0, 0.58578646, 2.0);
    }

    @Test
    void aTargetMayHaveSeveralVectors() {
        distances("nearVector:{vectorPerTarget:{a:[[1,0],[0,1]] b:[0,1,0]} targets:{targetVectors:[\"a\",\"a\",\"b\"]"
                        + " combinationMethod:manualWeights weights:{a:[2,1] b:1}}}")
                .containsExactly(1.0, 1.1715729, 3.0);
    }

    @Test
    void hybridTakesThemTooBesideOrInItsSearches() {
        for (String vector : List.of(
                "vector:[1,0] targets:{targetVectors:[\"a\"] combinationMethod:sum}",
                "searches:{nearVector:{" + BOTH + "}} targetVectors:[\"a\",\"b\"]")) {
            List<?> hits = (List<?>) asked.data(
                    "{Get{Film(hybrid:{query:\"\" alpha:1 " + vector + "}){_additional{score}}}}", "Get", "Film");
            assertThat(hits).hasSize(3);
            assertThat(Double.parseDouble(((Map<?, ?>) ((Map<?, ?>) hits.get(1)).get("_additional"))
                            .get("score")
                            .toString()))
                    .isCloseTo(0.70710677, within(1e-6));
        }
    }

    @Test
    void variablesMayHoldThem() {
        Map<String, Object> answer = asked.answer(
                "query q($v:_VectorPerTarget $w:_Weights){Get{Film(nearVector:{vectorPerTarget:$v targets:{"
                        + "targetVectors:[\"a\",\"b\"] combinationMethod:manualWeights weights:$w}} limit:1){_additional{id}}}}",
                Map.of("v", Map.of("a", List.of(1, 0), "b", List.of(0.0, 1, 0)), "w", Map.of("a", 2, "b", 1.5)));

        assertThat(answer).doesNotContainKey("errors");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThat(asked.error(
                        "{Get{Film(" + near("combinationMethod:manualWeights weights:{a:2}") + "){_additional{id}}}}"))
                .contains("weights for [a]");
        assertThat(asked.error("{Get{Film(nearVector:{" + BOTH + " targetVectors:[\"a\"]}){_additional{id}}}}"))
                .contains("vectors for");
        assertThat(asked.error("{Get{Film(nearVector:{" + BOTH + " vector:[1,0]}){_additional{id}}}}"))
                .contains("one of them");
        assertThat(asked.error("{Get{Film(nearVector:{vectorPerTarget:{a:\"x\"}}){_additional{id}}}}"))
                .contains("number");
        assertThat(
                        asked.error(
                                "{Get{Film(hybrid:{query:\"x\" vector:[1] searches:{nearVector:{vector:[1]}}}){_additional{id}}}}"))
                .contains("only one");
    }
}
