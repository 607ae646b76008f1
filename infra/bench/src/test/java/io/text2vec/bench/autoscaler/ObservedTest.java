package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObservedTest {

    @Test
    void aMeanIsOfTheLastSecondsOfItsWindow() {
        Observed observed = new Observed(60);
        for (int second = 0; second < 100; second++) {
            observed.record(second, second < 94 ? 1 : 11);
        }
        assertThat(observed.mean(6)).isEqualTo(11);
        assertThat(observed.mean(60)).isEqualTo(2);
    }

    @Test
    void aWindowThatIsNotFullIsNoLongerThanWhatWasSeen() {
        Observed observed = new Observed(60);
        observed.record(5, 4);
        observed.record(6, 2);
        assertThat(observed.mean(60)).isEqualTo(3);
    }

    @Test
    void secondsThatWereLeftOutHadNothing() {
        Observed observed = new Observed(4);
        observed.record(0, 8);
        observed.record(1, 8);
        observed.record(5, 8);
        assertThat(observed.mean(4)).isEqualTo(2);
    }

    @Test
    void nothingSeenIsNothing() {
        assertThat(new Observed(4).mean(4)).isZero();
    }
}
