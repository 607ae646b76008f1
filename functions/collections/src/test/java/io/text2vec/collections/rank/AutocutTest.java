package io.text2vec.collections.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AutocutTest {
    private static final double[] TWO_JUMPS = {0.1, 0.11, 0.12, 0.4, 0.41, 0.42, 0.8, 0.81};

    @Test
    void cutsBeforeTheFirstJump() {
        assertThat(Autocut.keep(TWO_JUMPS, 1)).isEqualTo(3);
    }

    @Test
    void cutsBeforeTheSecondJump() {
        assertThat(Autocut.keep(TWO_JUMPS, 2)).isEqualTo(6);
    }

    @Test
    void keepsAllWhereThereAreFewerJumps() {
        assertThat(Autocut.keep(TWO_JUMPS, 3)).isEqualTo(8);
    }

    @Test
    void scoresFallAsDistancesRise() {
        assertThat(Autocut.keep(new double[] {9, 8.9, 8.8, 3, 2.9, 2.8}, 1)).isEqualTo(3);
    }

    @Test
    void theLastValueCountsIfItStandsAboveBothBeforeIt() {
        // Scaled and less the diagonal: 0, 0.65, -0.3, -0.6, 0: the last stands above both before, but not above 0.65.
        assertThat(Autocut.keep(new double[] {0, 0.9, 0.2, 0.15, 1}, 2)).isEqualTo(4);
    }

    @Test
    void equalValuesHaveNoJump() {
        assertThat(Autocut.keep(new double[] {0.5, 0.5, 0.5}, 1)).isEqualTo(3);
    }

    @Test
    void oneOrTwoHitsOrNoneAreKept() {
        assertThat(Autocut.keep(new double[] {}, 1)).isZero();
        assertThat(Autocut.keep(new double[] {1}, 1)).isEqualTo(1);
        assertThat(Autocut.keep(new double[] {1, 2}, 1)).isEqualTo(2);
    }
}
