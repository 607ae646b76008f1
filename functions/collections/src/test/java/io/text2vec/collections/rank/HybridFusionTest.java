package io.text2vec.collections.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.text2vec.collections.query.Search.Fusion;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HybridFusionTest {
    private static final UUID A = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID B = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final UUID C = UUID.fromString("f0000000-0000-4000-8000-00000000000c");

    @Test
    void scoresAreScaledToTheRangeOfTheirLegAndWeighed() {
        var fused = HybridFusion.of(
                Fusion.RELATIVE_SCORE,
                List.of(
                        vector(0.75, new Scored(A, 0.9), new Scored(B, 0.8), new Scored(C, 0.5)),
                        keyword(0.25, new Scored(C, 8), new Scored(A, 2))));

        assertThat(fused).extracting(Fused::id).containsExactly(A, B, C);
        assertThat(fused.get(0).score()).isEqualTo(0.75);
        assertThat(fused.get(1).score()).isEqualTo(0.5625, within(1e-12));
        assertThat(fused.get(2).score()).isEqualTo(0.25);
    }

    @Test
    void equalScoresOfALegCountInFull() {
        var fused = HybridFusion.of(
                Fusion.RELATIVE_SCORE,
                List.of(vector(0.5, new Scored(A, 0.3), new Scored(B, 0.3)), keyword(0.5, new Scored(C, 4))));

        assertThat(fused).extracting(Fused::score).containsExactly(0.5, 0.5, 0.5);
    }

    @Test
    void ranksCountFromZeroBehindSixty() {
        var fused = HybridFusion.of(
                Fusion.RANKED,
                List.of(
                        vector(0.75, new Scored(A, 0.9), new Scored(B, 0.8)),
                        keyword(0.25, new Scored(B, 5), new Scored(C, 4))));

        assertThat(fused).extracting(Fused::id).containsExactly(B, A, C);
        assertThat(fused.get(0).score()).isEqualTo(0.75 / 61 + 0.25 / 60);
        assertThat(fused.get(1).score()).isEqualTo(0.75 / 60);
        assertThat(fused.get(2).score()).isEqualTo(0.25 / 61);
    }

    @Test
    void tiesAreDecidedByTheScoreOfTheLastLegThenById() {
        var fused = HybridFusion.of(
                Fusion.RELATIVE_SCORE,
                List.of(vector(0.5, new Scored(C, 0.7), new Scored(A, 0.7)), keyword(0.5, new Scored(B, 9))));

        assertThat(fused).extracting(Fused::id).containsExactly(B, A, C);
    }

    @Test
    void differencesThatAreNothingButRoundingAreTies() {
        var fused = HybridFusion.of(
                Fusion.RELATIVE_SCORE,
                List.of(
                        vector(0.5, new Scored(A, 1), new Scored(B, 0)),
                        keyword(0.5 + 1e-8, new Scored(C, 9), new Scored(A, 9 - 1e-9), new Scored(B, 1))));

        // A has the vector's half and nearly all of the keywords'; C has the keywords' alone, B nothing.
        assertThat(fused).extracting(Fused::id).containsExactly(A, C, B);
        var tied = HybridFusion.of(
                Fusion.RELATIVE_SCORE, List.of(vector(0.5 + 1e-8, new Scored(A, 0.4)), keyword(0.5, new Scored(C, 9))));
        assertThat(tied).extracting(Fused::id).containsExactly(C, A);
    }

    @Test
    void aLegIsCutToTheHitsOfAnother() {
        var cut = keyword(0.5, new Scored(B, 5), new Scored(C, 4)).onlyIn(vector(0.5, new Scored(C, 0.1)));

        assertThat(cut.hits()).containsExactly(new Scored(C, 4));
    }

    @Test
    void tellsWhatEachLegGave() {
        var legs = List.of(vector(0.75, new Scored(A, 0.9)), keyword(0.25, new Scored(A, 3)));

        assertThat(HybridFusion.of(Fusion.RELATIVE_SCORE, legs).getFirst().explanation())
                .isEqualTo("\nHybrid (Result Set vector,hybridVector) Document " + A
                        + ": original score 0.9, normalized score: 0.75"
                        + " - \nHybrid (Result Set keyword,bm25) Document " + A
                        + ": original score 3.0, normalized score: 0.25");
        assertThat(HybridFusion.of(Fusion.RANKED, legs).getFirst().explanation())
                .isEqualTo("\nHybrid (Result Set vector,hybridVector) Document " + A
                        + " contributed 0.0125 to the score"
                        + " - \nHybrid (Result Set keyword,bm25) Document " + A
                        + " contributed 0.004166667 to the score");
    }

    @Test
    void emptyLegsGiveNothing() {
        assertThat(HybridFusion.of(Fusion.RELATIVE_SCORE, List.of(vector(1), keyword(0))))
                .isEmpty();
    }

    private static Leg vector(double weight, Scored... hits) {
        return new Leg(Leg.VECTOR, weight, List.of(hits));
    }

    private static Leg keyword(double weight, Scored... hits) {
        return new Leg(Leg.KEYWORD, weight, List.of(hits));
    }
}
