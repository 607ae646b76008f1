package io.text2vec.convert.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NdcgTest {
    private static final double EXACT = 1e-12;

    @Test
    void theOneRelevantDocumentCountsByItsRank() {
        Map<String, Double> near = Map.of("a", 0.9, "b", 0.8, "c", 0.7);

        assertThat(of("q", List.of("a", "b", "c"), Map.of("a", 1.0), near)).isEqualTo(1);
        assertThat(of("q", List.of("a", "b", "c"), Map.of("c", 1.0), near)).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void gradesAreComparedWithTheirBestOrder() {
        Map<String, Double> labels = Map.of("a", 1.0, "b", 3.0);
        double swapped = (1 + 3 / log2(3)) / (3 + 1 / log2(3));

        assertThat(of("q", List.of("a", "b"), labels, Map.of("a", 0.9, "b", 0.8)))
                .isCloseTo(swapped, within(EXACT));
    }

    @Test
    void theQueryItselfIsNoAnswer() {
        assertThat(of("a", List.of("a", "b"), Map.of("b", 1.0), Map.of("a", 1.0, "b", 0.1)))
                .isEqualTo(1);
    }

    @Test
    void whatComesAfterTenIsNotSeen() {
        List<String> documents = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "last");

        assertThat(Ndcg.of("q", documents, Map.of("last", 1.0), id -> id.equals("last") ? 0 : 1))
                .isZero();
    }

    private static double of(
            String query, List<String> documents, Map<String, Double> labels, Map<String, Double> near) {
        return Ndcg.of(query, documents, labels, near::get);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
