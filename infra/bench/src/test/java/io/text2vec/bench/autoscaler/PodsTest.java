package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PodsTest {
    private static final Software SOFTWARE = new Software("any", 2, 2, 1, 1);

    private final Pods pods = new Pods(SOFTWARE, 1500, 1, new SplittableRandom(1));

    @Test
    void aPodIsReadyAfterWhatTheClusterAndItsProcessNeed() {
        pods.become(3, 1000);
        pods.pass(4499);
        assertThat(pods.ready()).isEqualTo(1);
        assertThat(pods.all()).isEqualTo(3);
        pods.pass(4500);
        assertThat(pods.ready()).isEqualTo(3);
    }

    @Test
    void thoseThatStartGoFirst() {
        pods.become(3, 0);
        pods.become(1, 100);
        pods.pass(10_000);
        assertThat(pods.ready()).isEqualTo(1);
        assertThat(pods.all()).isEqualTo(1);
    }

    @Test
    void theMostThatThereWereCountsStartingOnes() {
        pods.become(5, 0);
        pods.become(0, 100);
        assertThat(pods.most()).isEqualTo(5);
        assertThat(pods.all()).isZero();
    }
}
