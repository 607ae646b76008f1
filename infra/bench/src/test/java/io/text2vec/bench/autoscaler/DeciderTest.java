package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rules of Knative's autoscaler, each by itself; ten requests at once in a pod are aimed at. */
class DeciderTest {
    private static final ScalingRules RULES = new ScalingRules(10, 1, 100, 60, 0.1, 2, 1000, 2, 30, 0, 1, 0, 0, 211);

    @Test
    void podsAreWhatTheStableMeanNeedsRoundedUp() {
        assertThat(new Decider(RULES).decide(0, 3, 31, 31)).isEqualTo(4);
    }

    @Test
    void utilisationIsTakenOfTheTarget() {
        ScalingRules most = ScalingRules.defaults(100, 200);
        assertThat(most.aim()).isEqualTo(70);
        assertThat(new Decider(most).decide(0, 2, 140, 140)).isEqualTo(2);
        assertThat(new Decider(most).decide(0, 2, 141, 141)).isEqualTo(3);
    }

    @Test
    void thePanicWindowIsAShareOfTheStableOne() {
        assertThat(RULES.panicSeconds()).isEqualTo(6);
    }

    @Test
    void twiceTheReadyPodsIsPanicAndFollowsTheShortMean() {
        Decider decider = new Decider(RULES);
        assertThat(decider.decide(0, 2, 20, 30)).as("one and a half times").isEqualTo(2);
        assertThat(decider.panics()).isFalse();
        assertThat(decider.decide(2, 2, 20, 40)).isEqualTo(4);
        assertThat(decider.panics()).isTrue();
    }

    @Test
    void inPanicPodsAreNeverFewer() {
        Decider decider = new Decider(RULES);
        assertThat(decider.decide(0, 1, 10, 80)).isEqualTo(8);
        assertThat(decider.decide(2, 8, 5, 5)).isEqualTo(8);
    }

    @Test
    void panicEndsAStableWindowAfterItsLastCause() {
        Decider decider = new Decider(RULES);
        decider.decide(0, 1, 10, 80);
        decider.decide(10, 2, 10, 40);
        assertThat(decider.decide(70, 8, 10, 10)).isEqualTo(8);
        assertThat(decider.decide(72, 8, 40, 40)).isEqualTo(4);
        assertThat(decider.panics()).isFalse();
    }

    @Test
    void oneDecisionAsksForAtMostTheRateTimesThePodsThatAreReady() {
        ScalingRules slow = new ScalingRules(10, 1, 100, 60, 0.1, 2, 1.5, 2, 30, 0, 1, 0, 0, 211);
        assertThat(new Decider(slow).decide(0, 3, 400, 30)).isEqualTo(5);
    }

    @Test
    void oneDecisionKeepsAtLeastThePodsDividedByTheRate() {
        assertThat(new Decider(RULES).decide(0, 9, 1, 1)).isEqualTo(4);
        assertThat(new Decider(RULES).decide(0, 1, 0, 0)).isZero();
    }

    @Test
    void fewerPodsMustBeWantedForTheWholeDelay() {
        ScalingRules late = new ScalingRules(10, 1, 100, 60, 0.1, 2, 1000, 2, 30, 6, 1, 0, 0, 211);
        Decider decider = new Decider(late);
        assertThat(decider.decide(0, 4, 40, 40)).isEqualTo(4);
        assertThat(decider.decide(2, 4, 20, 20)).isEqualTo(4);
        assertThat(decider.decide(4, 4, 20, 20)).isEqualTo(4);
        assertThat(decider.decide(6, 4, 20, 20)).isEqualTo(4);
        assertThat(decider.decide(8, 4, 20, 20)).isEqualTo(2);
    }

    @Test
    void boundsHoldWhateverIsWanted() {
        ScalingRules bounded = RULES.pods(2, 2, 5);
        assertThat(new Decider(bounded).decide(0, 2, 0, 0)).isEqualTo(2);
        assertThat(new Decider(bounded).decide(0, 2, 900, 900)).isEqualTo(5);
    }

    @Test
    void manyPodsAtTheBeginningAreKeptUntilThereIsSomethingToGoBy() {
        Decider decider = new Decider(RULES.pods(20, 0, 0));
        assertThat(decider.decide(2, 20, 30, 30)).isEqualTo(20);
        assertThat(decider.decide(62, 20, 150, 150)).isEqualTo(15);
    }
}
