package io.text2vec.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void theMedianIsTheMiddleValueOrTheMeanOfTwo() {
        assertThat(new Sample(9, 1, 2).median()).isEqualTo(2);
        assertThat(new Sample(9, 1, 2, 4).median()).isEqualTo(3);
    }

    @Test
    void theSpreadIsFromTheLeastToTheMost() {
        Sample sample = new Sample(3, 7, 5);
        assertThat(sample.min()).isEqualTo(3);
        assertThat(sample.max()).isEqualTo(7);
        assertThat(sample.figures()).containsEntry("median", 5.0).containsEntry("count", 3);
    }

    @Test
    void nothingHasNoMedian() {
        assertThatThrownBy(Sample::new).isInstanceOf(IllegalArgumentException.class);
    }
}
