package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When the last pod goes; 60 seconds of activity and 30 of grace. */
class LastPodTest {
    private static final ScalingRules SMALL = ScalingRules.defaults(2, 8);
    private static final ScalingRules ROOMY = ScalingRules.defaults(100, 1000);

    @Test
    void aRevisionIsActiveForAStableWindowFirst() {
        LastPod last = new LastPod(SMALL);
        last.woken(100);
        assertThat(last.pods(158, 0, 1, 0)).isEqualTo(1);
        assertThat(last.pods(160, 0, 1, 0)).isZero();
    }

    @Test
    void theActivatorStandsInThePathForTheGracePeriod() {
        LastPod last = new LastPod(ROOMY);
        last.woken(0);
        last.pods(2, 1, 1, 5); // room for the burst: requests go to the pod
        assertThat(last.pods(100, 0, 1, 0)).isEqualTo(1);
        assertThat(last.pods(128, 0, 1, 0)).isEqualTo(1);
        assertThat(last.pods(130, 0, 1, 0)).isZero();
    }

    @Test
    void noGraceIsNeededWhereTheActivatorHasStoodInThePathAllAlong() {
        LastPod last = new LastPod(SMALL); // a pod of 8 has no room for a burst of 211
        last.woken(0);
        last.pods(2, 1, 1, 5);
        assertThat(last.pods(100, 0, 1, 0)).isZero();
    }

    @Test
    void aRequestWithinTheGracePeriodKeepsThePod() {
        LastPod last = new LastPod(ROOMY);
        last.woken(0);
        last.pods(2, 1, 1, 5);
        last.pods(100, 0, 1, 0);
        assertThat(last.pods(110, 1, 1, 1)).isEqualTo(1);
        assertThat(last.pods(172, 0, 1, 0)).isEqualTo(1);
        assertThat(last.pods(200, 0, 1, 0)).isEqualTo(1);
        assertThat(last.pods(202, 0, 1, 0)).isZero();
    }

    @Test
    void withoutABurstTheActivatorStandsInThePathOnlyWhenThereIsNothing() {
        ScalingRules never = new ScalingRules(2, 0.7, 8, 60, 0.1, 2, 1000, 2, 30, 0, 1, 0, 0, 0);
        LastPod last = new LastPod(never);
        last.woken(0);
        last.pods(2, 1, 1, 1);
        assertThat(last.pods(100, 0, 1, 0)).isEqualTo(1);
        assertThat(last.pods(130, 0, 1, 0)).isZero();
    }
}
