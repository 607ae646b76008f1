package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void aQuantileIsAtMostAQuarterOfAMillisecondTooLong() {
        Latencies latencies = new Latencies();
        for (int i = 0; i < 100; i++) {
            latencies.record(i, 1);
        }
        assertThat(latencies.quantile(0.5)).isBetween(49.0, 49.25);
        assertThat(latencies.quantile(0.99)).isBetween(98.0, 98.25);
        assertThat(latencies.quantile(1)).isBetween(99.0, 99.25);
        assertThat(latencies.slower(90)).isEqualTo(0.1);
    }

    @Test
    void whatTakesLongerThanTwoMinutesCountsAsThese() {
        Latencies latencies = new Latencies();
        latencies.record(1e9, 5);
        assertThat(latencies.quantile(0.5)).isBetween(120_000.0, 120_001.0);
    }
}
