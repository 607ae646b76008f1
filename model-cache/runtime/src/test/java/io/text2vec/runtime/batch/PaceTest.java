package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace(2, Duration.ofSeconds(30));

    @Test
    void dividesTheTimeOfSequencesAmongTheRuns() {
        pace.ran(4, Duration.ofSeconds(2).toNanos());
        assertThat(pace.toServe(20)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void saysASecondAtLeastAndTheDeadlineAtMost() {
        assertThat(pace.toServe(20)).isEqualTo(Duration.ofSeconds(1));
        pace.ran(1, Duration.ofSeconds(1).toNanos());
        assertThat(pace.toServe(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.toServe(1_000_000)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void followsWhatRunsNow() {
        pace.ran(1, Duration.ofSeconds(1).toNanos());
        for (int i = 0; i < 1_000; i++) {
            pace.ran(1, Duration.ofMillis(100).toNanos());
        }
        assertThat(pace.toServe(100).toMillis()).isBetween(4_990L, 5_010L);
    }

    @Test
    void aDeadlineBelowASecondStillSaysASecond() {
        assertThat(new Pace(1, Duration.ofMillis(5)).toServe(1)).isEqualTo(Duration.ofSeconds(1));
    }
}
