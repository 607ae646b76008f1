package io.text2vec.collections.rank;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.text2vec.collections.query.Targets.Combination;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinedDistanceTest {
    private static final double[] NO_WEIGHTS = {1, 1};

    @Test
    void addsUp() {
        assertThat(combine(Combination.SUM, NO_WEIGHTS, new double[] {0.25, 0.5}))
                .containsExactly(0.75);
    }

    @Test
    void averages() {
        assertThat(combine(Combination.AVERAGE, NO_WEIGHTS, new double[] {0.25, 0.75}))
                .containsExactly(0.5);
    }

    @Test
    void takesTheSmallest() {
        assertThat(combine(Combination.MINIMUM, NO_WEIGHTS, new double[] {0.25, 0.75}))
                .containsExactly(0.25);
    }

    @Test
    void weighsByHand() {
        assertThat(combine(Combination.MANUAL, new double[] {2, 4}, new double[] {0.25, 0.5}))
                .containsExactly(2.5);
    }

    @Test
    void weighsWhatIsScaledToTheRangeOfEachTarget() {
        double[] combined = combine(
                Combination.RELATIVE_SCORE,
                new double[] {0.5, 2},
                new double[] {0.1, 30},
                new double[] {0.3, 10},
                new double[] {0.2, 20});

        assertThat(combined).containsExactly(new double[] {2, 0.5, 1.25}, within(1e-12));
    }

    @Test
    void objectsThatAreAllAsFarApartWeighInFull() {
        assertThat(combine(Combination.RELATIVE_SCORE, new double[] {0.5, 2}, new double[] {3, 4}))
                .containsExactly(2.5);
    }

    @Test
    void objectsThatLackAVectorDropOut() {
        for (Combination combination : Combination.values()) {
            double[] combined = combine(combination, NO_WEIGHTS, new double[] {0.1, NaN}, new double[] {0.1, 0.2});
            assertThat(Double.isNaN(combined[0])).isEqualTo(combination != Combination.MINIMUM);
            assertThat(combined[1]).isNotNaN();
        }
    }

    @Test
    void theSmallestOfOneVectorIsEnough() {
        assertThat(combine(Combination.MINIMUM, NO_WEIGHTS, new double[] {NaN, 0.5}))
                .containsExactly(0.5);
    }

    @Test
    void objectsThatDropOutDontChangeTheScale() {
        double[] combined = combine(
                Combination.RELATIVE_SCORE, NO_WEIGHTS, new double[] {9, NaN}, new double[] {0, 0}, new double[] {1, 1
                });

        assertThat(combined).containsExactly(NaN, 0, 2);
    }

    private static double[] combine(Combination combination, double[] weights, double[]... objects) {
        return CombinedDistance.of(combination, weights, List.of(objects));
    }
}
