package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LengthBucketsTest {

    @Test
    void shortSequencesShareABucket() {
        assertThat(IntStream.rangeClosed(0, 16).map(LengthBuckets::of)).containsOnly(0);
        assertThat(LengthBuckets.of(17)).isEqualTo(1);
    }

    @Test
    void aFullWindowEndsItsBucket() {
        assertThat(LengthBuckets.of(512)).isEqualTo(LengthBuckets.of(449)).isNotEqualTo(LengthBuckets.of(448));
        assertThat(LengthBuckets.of(513)).isEqualTo(LengthBuckets.of(512) + 1);
    }

    @Test
    void paddingIsAtMostAFifth() {
        int shortest = 17;
        for (int tokens = 17; tokens < 10_000; tokens++) {
            if (LengthBuckets.of(tokens) != LengthBuckets.of(tokens - 1)) {
                assertThat(LengthBuckets.of(tokens)).isEqualTo(LengthBuckets.of(tokens - 1) + 1);
                shortest = tokens;
            }
            assertThat((tokens - shortest) / (double) tokens).isLessThan(0.2);
        }
    }

    @Test
    void anyLengthHasABucket() {
        assertThat(LengthBuckets.of(Integer.MAX_VALUE)).isPositive();
    }
}
