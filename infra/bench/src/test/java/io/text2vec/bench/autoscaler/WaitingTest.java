package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void whoCameFirstIsTakenFirst() {
        Waiting waiting = new Waiting();
        waiting.add(10, 3);
        waiting.add(11, 2);
        assertThat(waiting.take(2)).isEqualTo(2);
        assertThat(waiting.since()).isEqualTo(10);
        assertThat(waiting.take(5)).isEqualTo(1);
        assertThat(waiting.since()).isEqualTo(11);
        assertThat(waiting.all()).isEqualTo(2);
    }

    @Test
    void aLineOfAnyLengthKeepsItsOrder() {
        Waiting waiting = new Waiting();
        ArrayDeque<Long> expected = new ArrayDeque<>();
        Random chance = new Random(1);
        for (long now = 0; now < 20_000; now++) {
            waiting.add(now, 1);
            expected.add(now);
            if (chance.nextInt(3) == 0) {
                assertThat(waiting.since()).isEqualTo(expected.remove());
                waiting.take(1);
            }
        }
        while (!expected.isEmpty()) {
            assertThat(waiting.since()).isEqualTo(expected.remove());
            waiting.take(1);
        }
        assertThat(waiting.all()).isZero();
    }
}
