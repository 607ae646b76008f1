package io.text2vec.bench.autoscaler;

/**
 * When the last pod may go: none is wanted any more, the revision was active for a stable window, and the activator has
 * stood in the path for the grace period, so that no request goes to a pod that isn't there.
 */
final class LastPod {
    private static final int NOT = Integer.MAX_VALUE;

    private final ScalingRules rules;
    private int activeSince;
    private int activatorSince;
    private boolean inactive;

    LastPod(ScalingRules rules) {
        this.rules = rules;
    }

    /** A request woke the revision from zero. */
    void woken(int second) {
        inactive = false;
        activeSince = second;
        activatorSince = second; // it stands in the path where there is nothing
    }

    /**
     * @param wanted what the {@link Decider} wants
     * @param ready pods that take requests
     * @param panic requests at once, the mean of the panic window
     * @return pods there should be
     */
    int pods(int second, int wanted, int ready, double panic) {
        boolean room = rules.burst() >= 0 && ready * (double) rules.limit() - rules.burst() - panic >= 0;
        if (wanted > 0) {
            if (inactive) {
                inactive = false;
                activeSince = second;
            }
            watch(second, room);
            return wanted;
        }
        if (!inactive && second - activeSince < rules.stableSeconds()) {
            watch(second, room);
            return 1;
        }
        inactive = true;
        watch(second, false); // an inactive revision has the activator in its path
        return second - activatorSince >= rules.graceSeconds() ? 0 : 1;
    }

    private void watch(int second, boolean room) {
        if (room) {
            activatorSince = NOT;
        } else if (activatorSince == NOT) {
            activatorSince = second;
        }
    }
}
