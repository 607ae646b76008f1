package io.text2vec.lucene.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.text2vec.collections.schema.Distance;
import org.junit.jupiter.api.Test;

class MetricTest {
    private static final float[] A = {1, 0, 2};
    private static final float[] B = {3, 0, -1};

    @Test
    void isAsTheContractSays() {
        assertThat(Metric.of(Distance.COSINE, A, B)).isEqualTo(1 - 1 / Math.sqrt(50), within(1e-12));
        assertThat(Metric.of(Distance.DOT, A, B)).isEqualTo(-1);
        assertThat(Metric.of(Distance.L2_SQUARED, A, B)).isEqualTo(13);
        assertThat(Metric.of(Distance.MANHATTAN, A, B)).isEqualTo(5);
        assertThat(Metric.of(Distance.HAMMING, A, B)).isEqualTo(2);
    }

    @Test
    void theCosineDistanceIsNeverBelowZero() {
        float[] third = {1 / 3f, 1 / 3f, 1 / 3f};
        assertThat(Metric.of(Distance.COSINE, third, third)).isBetween(0.0, 1e-15);
    }

    @Test
    void aZeroVectorIsAtCosineDistanceOne() {
        assertThat(Metric.of(Distance.COSINE, new float[3], A)).isEqualTo(1);
        assertThat(Metric.of(Distance.COSINE, new float[3], new float[3])).isEqualTo(1);
    }
}
