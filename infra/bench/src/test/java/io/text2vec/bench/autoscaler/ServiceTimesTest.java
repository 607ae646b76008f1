package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTimesTest {

    @ParameterizedTest
    @ValueSource(doubles = {1.94, 5.09, 44})
    void wholeMillisecondsHaveTheSameMean(double mean) {
        ServiceTimes times = new ServiceTimes(mean);
        double millis = 0;
        int steps = 0;
        for (int i = 0; i < ServiceTimes.ROUND; i++) {
            millis += times.millis(i);
            steps += times.steps(i);
        }
        assertThat(millis / ServiceTimes.ROUND).isCloseTo(mean, within(1e-9));
        assertThat((double) steps / ServiceTimes.ROUND).isCloseTo(mean, within(0.02));
    }
}
