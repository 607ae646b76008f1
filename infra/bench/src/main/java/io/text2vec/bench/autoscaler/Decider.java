package io.text2vec.bench.autoscaler;

/** How many pods are wanted: the rules of Knative's pod autoscaler, without those about the last pod. */
final class Decider {
    private static final int CALM = -1;

    private final ScalingRules rules;
    private final int[] delayed; // what was wanted at each tick of the delay
    private int panickedAt = CALM;
    private int mostInPanic;
    private int decisions;

    Decider(ScalingRules rules) {
        this.rules = rules;
        delayed = new int[rules.downDelaySeconds() / ScalingRules.TICK];
        if (rules.initial() > 1) { // it has seen nothing yet, and keeps what there is until it has
            panickedAt = 0;
            mostInPanic = rules.initial();
        }
    }

    boolean panics() {
        return panickedAt != CALM;
    }

    /**
     * @param second now
     * @param ready pods that take requests
     * @param stable requests at once, the mean of the stable window
     * @param panic the mean of the panic window
     */
    int decide(int second, int ready, double stable, double panic) {
        int base = Math.max(1, ready);
        double highest = Math.ceil(rules.maxUp() * base);
        double lowest = Math.floor(base / rules.maxDown());
        double forPanic = Math.ceil(panic / rules.aim());
        int wantedStable = (int) Math.clamp(Math.ceil(stable / rules.aim()), lowest, highest);
        int wantedPanic = (int) Math.clamp(forPanic, lowest, highest);

        if (forPanic / base >= rules.panicThreshold()) {
            panickedAt = second;
        } else if (panics() && second - panickedAt > rules.stableSeconds()) {
            panickedAt = CALM;
            mostInPanic = 0;
        }
        int wanted = wantedStable;
        if (panics()) { // then there are never fewer
            mostInPanic = Math.max(mostInPanic, Math.max(wantedStable, wantedPanic));
            wanted = mostInPanic;
        }
        return bounded(delayed(wanted));
    }

    private int delayed(int wanted) {
        int most = wanted;
        for (int earlier = Math.max(0, decisions - delayed.length); earlier < decisions; earlier++) {
            most = Math.max(most, delayed[earlier % delayed.length]);
        }
        if (delayed.length > 0) {
            delayed[decisions % delayed.length] = wanted;
        }
        decisions++;
        return most;
    }

    private int bounded(int wanted) {
        int most = rules.most() == 0 ? Integer.MAX_VALUE : rules.most();
        return Math.clamp(wanted, rules.least(), most);
    }
}
