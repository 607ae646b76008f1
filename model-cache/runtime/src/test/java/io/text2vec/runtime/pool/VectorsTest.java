package io.text2vec.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorsTest {

    @Test
    void aNormalisedVectorHasLengthOne() {
        assertThat(Vectors.normalize(new float[] {3, -4})).containsExactly(0.6f, -0.8f);
    }

    @Test
    void zerosStayZeros() {
        assertThat(Vectors.normalize(new float[2])).containsExactly(0, 0);
    }

    @Test
    void theFirstValuesAreKeptAndNoMoreThanThereAre() {
        assertThat(Vectors.first(new float[] {1, 2, 3}, 2)).containsExactly(1, 2);
        assertThat(Vectors.first(new float[] {1, 2, 3}, 9)).containsExactly(1, 2, 3);
    }
}
