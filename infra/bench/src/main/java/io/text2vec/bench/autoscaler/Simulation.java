package io.text2vec.bench.autoscaler;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A revision under traffic, millisecond by millisecond: who comes, who begins, who is done. Requests wait in one line and
 * go to any ready pod that has an inference to spare; at the end of each second the autoscaler hears how many were
 * under way in the mean, and every two seconds it decides.
 */
final class Simulation {
    private static final int SECOND = 1000;

    /** Points of the curve of pods that an outcome keeps. */
    private static final int POINTS = 288;

    private final Traffic traffic;
    private final ScalingRules rules;
    private final Pods pods;
    private final ServiceTimes times;
    private final int slots; // inferences at once of a pod
    private final Observed observed;
    private final Decider decider;
    private final LastPod lastPod;
    private final Waiting waiting = new Waiting();
    private final int[] done; // how many end in a millisecond, a ring
    private final int[] coming = new int[SECOND];
    private final Latencies latencies = new Latencies();
    private final SplittableRandom chance = new SplittableRandom(1);
    private int turn;
    private long busy;
    private long cold;

    /** @param platformMillis what the cluster needs to start a pod's process, and to hear that it is ready */
    Simulation(Traffic traffic, Software software, ScalingRules rules, double platformMillis) {
        this.traffic = traffic;
        this.rules = rules;
        pods = new Pods(software, platformMillis, rules.initial(), new SplittableRandom(2));
        times = new ServiceTimes(software.serviceMillis());
        slots = Math.min(Software.RUNS, rules.limit());
        observed = new Observed(rules.stableSeconds());
        decider = new Decider(rules);
        lastPod = new LastPod(rules);
        done = new int[Integer.highestOneBit(times.longest()) * 2];
    }

    Outcome run() {
        int length = traffic.perSecond().length;
        double[] curve = new double[Math.min(POINTS, Math.max(1, length))];
        double podSeconds = 0;
        for (int second = 0; second < length; second++) {
            if (second % ScalingRules.TICK == 0) {
                decide(second);
            }
            double pods = second(second, traffic.perSecond()[second]);
            podSeconds += pods;
            int point = (int) ((long) second * curve.length / length);
            curve[point] = Math.max(curve[point], pods);
        }
        return new Outcome(latencies, cold, waiting.all() + busy, podSeconds / Math.max(1, length), pods.most(), curve);
    }

    private void decide(int second) {
        double stable = observed.mean(rules.stableSeconds());
        double panic = observed.mean(rules.panicSeconds());
        int wanted = decider.decide(second, pods.ready(), stable, panic);
        pods.become(lastPod.pods(second, wanted, pods.ready(), panic), (long) second * SECOND);
    }

    /** @return pods in the mean of the second */
    private double second(int second, int count) {
        if (count == 0 && waiting.all() == 0 && busy == 0) {
            int before = pods.all();
            pods.pass((long) second * SECOND + SECOND - 1);
            observed.record(second, 0);
            return before;
        }
        spread(count);
        long underWay = 0;
        long there = 0;
        for (int milli = 0; milli < SECOND; milli++) {
            long now = (long) second * SECOND + milli;
            pods.pass(now);
            int slot = (int) (now & (done.length - 1));
            busy -= done[slot];
            done[slot] = 0;
            if (coming[milli] > 0) {
                come(second, now, coming[milli]);
            }
            begin(now);
            underWay += busy + waiting.all();
            there += pods.all();
        }
        observed.record(second, (double) underWay / SECOND);
        return (double) there / SECOND;
    }

    private void spread(int count) {
        Arrays.fill(coming, 0);
        for (int i = 0; i < count; i++) {
            coming[chance.nextInt(SECOND)]++;
        }
    }

    private void come(int second, long now, int count) {
        if (pods.ready() == 0) {
            cold += count;
        }
        waiting.add(now, count);
        if (pods.all() == 0) { // the activator tells at once, and doesn't wait for the next tick
            lastPod.woken(second);
            observed.record(second, count);
            double panic = observed.mean(rules.panicSeconds());
            pods.become(Math.max(1, decider.decide(second, 0, observed.mean(rules.stableSeconds()), panic)), now);
        }
    }

    private void begin(long now) {
        long free = (long) pods.ready() * slots - busy;
        while (free > 0 && waiting.all() > 0) {
            long waited = now - waiting.since();
            int count = waiting.take(free);
            free -= count;
            busy += count;
            serve(now, waited, count);
        }
    }

    private void serve(long now, long waited, int count) {
        int whole = count / ServiceTimes.ROUND;
        int rest = count % ServiceTimes.ROUND;
        int kinds = whole > 0 ? ServiceTimes.ROUND : rest;
        for (int i = 0; i < kinds; i++) {
            int which = (turn + i) & (ServiceTimes.ROUND - 1);
            int number = whole + (i < rest ? 1 : 0);
            done[(int) ((now + times.steps(which)) & (done.length - 1))] += number;
            latencies.record(waited + times.millis(which), number);
        }
        turn = (turn + rest) & (ServiceTimes.ROUND - 1);
    }
}
