package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Software SOFTWARE = new Software("any", 2, 2, 20, 100);
    private static final double PLATFORM = 1000;

    @Test
    void everyRequestIsAnsweredOnce() {
        Traffic traffic = Traffic.drawn("steady", 600, second -> second < 500 ? 90 : 0);
        Outcome outcome = run(traffic, ScalingRules.defaults(2, 8));
        assertThat(outcome.latencies().all())
                .isEqualTo(Arrays.stream(traffic.perSecond()).sum());
        assertThat(outcome.left()).isZero();
    }

    @Test
    void aRequestThatMeetsNoPodWaitsForClusterAndProcess() {
        int[] perSecond = new int[400];
        perSecond[300] = 1; // the first pod has gone by then
        Outcome outcome = run(new Traffic("one", perSecond), ScalingRules.defaults(2, 8));
        assertThat(outcome.cold()).isEqualTo(1);
        assertThat(outcome.latencies().quantile(1)).isCloseTo(PLATFORM + 2000 + 20, within(20.0));
    }

    @Test
    void aKeptPodIsMetByAll() {
        int[] perSecond = new int[400];
        perSecond[300] = 1;
        Outcome outcome =
                run(new Traffic("one", perSecond), ScalingRules.defaults(2, 8).pods(1, 1, 0));
        assertThat(outcome.cold()).isZero();
        assertThat(outcome.meanPods()).isEqualTo(1);
    }

    @Test
    void podsFollowTheLoadByTheTargetAndItsUtilisation() {
        // 420 a second of 20 ms each are 8.4 at once; 1.4 are aimed at.
        Traffic traffic = Traffic.drawn("steady", 1800, second -> 420);
        Outcome outcome = run(traffic, ScalingRules.defaults(2, 8).pods(6, 0, 0));
        assertThat(outcome.curve()[outcome.curve().length - 1]).isBetween(6.0, 7.0);
    }

    @Test
    void aBurstIsAnsweredWithPanicAndMorePods() {
        Traffic traffic = Traffic.drawn("burst", 300, second -> second < 100 ? 40 : 800);
        Outcome outcome = run(traffic, ScalingRules.defaults(2, 8));
        assertThat(outcome.mostPods()).isGreaterThan(800 * 20 / 1000 / Software.RUNS);
        assertThat(outcome.left()).isLessThan(100);
    }

    /** One inference at once with random arrivals: Pollaczek and Khinchine's formula for the mean wait. */
    @Test
    void waitsAreThoseOfQueueingTheory() {
        double rate = 35;
        double mean = SOFTWARE.serviceMillis();
        Traffic traffic = Traffic.drawn("queue", 20_000, second -> rate);
        ScalingRules one = ScalingRules.defaults(1, 1).pods(1, 1, 1);
        ServiceTimes times = new ServiceTimes(mean);
        double square = 0;
        for (int i = 0; i < ServiceTimes.ROUND; i++) {
            square += times.millis(i) * times.millis(i) / ServiceTimes.ROUND;
        }
        double load = rate * mean / 1000;
        double expected = rate / 1000 * square / (2 * (1 - load));

        Latencies latencies = run(traffic, one).latencies();
        double sum = 0;
        for (int i = 0; i < 2000; i++) {
            sum += latencies.quantile((i + 0.5) / 2000);
        }
        assertThat(sum / 2000 - mean).isCloseTo(expected, within(0.06 * expected));
    }

    private static Outcome run(Traffic traffic, ScalingRules rules) {
        return new Simulation(traffic, SOFTWARE, rules, PLATFORM).run();
    }
}
