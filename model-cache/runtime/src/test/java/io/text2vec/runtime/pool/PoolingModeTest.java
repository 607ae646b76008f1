package io.text2vec.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PoolingModeTest {
    /** Two values of another sequence, three tokens of width two, one token of padding. */
    private static final float[] STATES = {9, 9, /* */ 1, 10, /* */ 3, -20, /* */ 8, 40, /* */ 99, 99};

    private static final int OFFSET = 2;
    private static final int TOKENS = 3;
    private static final int WIDTH = 2;

    private static float[] pool(Pooling pooling, int skip) {
        return pooling.pool(STATES, OFFSET, skip, TOKENS, WIDTH);
    }

    @Test
    void clsTakesTheFirstTokenEvenOfASkippedPrompt() {
        assertThat(pool(PoolingMode.CLS, 0)).containsExactly(1, 10);
        assertThat(pool(PoolingMode.CLS, 1)).containsExactly(1, 10);
    }

    @Test
    void maxTakesTheGreatestOfEachDimension() {
        assertThat(pool(PoolingMode.MAX, 0)).containsExactly(8, 40);
        assertThat(PoolingMode.MAX.pool(STATES, OFFSET, 0, 2, WIDTH)).containsExactly(3, 10);
    }

    @Test
    void meanIgnoresPaddingAndSkippedTokens() {
        assertThat(pool(PoolingMode.MEAN, 0)).containsExactly(4, 10);
        assertThat(pool(PoolingMode.MEAN, 1)).containsExactly(5.5f, 10);
    }

    @Test
    void meanSqrtLenDividesByTheRootOfTheCount() {
        float[] pooled = pool(PoolingMode.MEAN_SQRT_LEN, 0);
        assertThat(pooled[0]).isCloseTo((float) (12 / Math.sqrt(3)), within(1e-6f));
        assertThat(pooled[1]).isCloseTo((float) (30 / Math.sqrt(3)), within(1e-5f));
    }

    @Test
    void weightedMeanCountsFromTheFirstTokenAlsoWhenItIsSkipped() {
        assertThat(pool(PoolingMode.WEIGHTED_MEAN, 0)[0]).isCloseTo((1 + 6 + 24) / 6f, within(1e-6f));
        assertThat(pool(PoolingMode.WEIGHTED_MEAN, 1)[0]).isCloseTo((6 + 24) / 5f, within(1e-6f));
    }

    @Test
    void lastTokenIsTheLastBeforeThePadding() {
        assertThat(pool(PoolingMode.LAST_TOKEN, 0)).containsExactly(8, 40);
    }

    @Test
    void severalModesStandSideBySideInTheirOrder() {
        Pooling both = PoolingMode.concatenated(List.of(PoolingMode.CLS, PoolingMode.MEAN));
        assertThat(pool(both, 0)).containsExactly(1, 10, 4, 10);
    }
}
