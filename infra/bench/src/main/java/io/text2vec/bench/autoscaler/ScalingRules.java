package io.text2vec.bench.autoscaler;

/**
 * What Knative's autoscaler is told; the defaults are those of its {@code config-autoscaler}.
 *
 * @param target requests in a pod at once that are aimed at, before {@code utilisation} is taken of it
 * @param utilisation share of the target, 0 to 1
 * @param limit requests that a pod is given at once, {@code containerConcurrency}
 * @param stableSeconds what the mean is taken of when nothing unusual happens
 * @param panicShare the panic window as a share of the stable one
 * @param panicThreshold how many times the ready pods must be wanted until it panics
 * @param maxUp how many times the ready pods one decision may ask for
 * @param maxDown by what one decision may divide them
 * @param graceSeconds how long the activator must stand in the path before the last pod goes
 * @param downDelaySeconds how long fewer pods must be wanted until there are fewer
 * @param initial pods when the revision is made
 * @param least pods that are always kept
 * @param most pods; 0 is no bound
 * @param burst requests that the pods must have room for, else the activator stands in the path; -1: it always does
 */
record ScalingRules(
        double target,
        double utilisation,
        int limit,
        int stableSeconds,
        double panicShare,
        double panicThreshold,
        double maxUp,
        double maxDown,
        int graceSeconds,
        int downDelaySeconds,
        int initial,
        int least,
        int most,
        double burst) {
    /** Seconds from one decision to the next. */
    static final int TICK = 2;

    ScalingRules {
        require(target > 0 && limit >= 1, "target and limit must be above 0");
        require(utilisation > 0 && utilisation <= 1, "utilisation must be above 0 and at most 1");
        require(stableSeconds >= 6 && stableSeconds <= 3600, "the stable window must be 6 to 3600 seconds");
        require(panicShare > 0 && panicShare <= 1, "the panic window must be above 0 and at most the stable one");
        require(panicThreshold >= 1, "the panic threshold must be at least 1");
        require(maxUp > 1 && maxDown > 1, "the rates of scaling must be above 1");
        require(graceSeconds >= 0 && downDelaySeconds >= 0, "times must not be negative");
        require(initial >= 0 && least >= 0 && most >= 0, "numbers of pods must not be negative");
        require(most == 0 || most >= least, "the most pods must not be fewer than the least");
    }

    /** Knative's defaults for pods that run so many requests at once and take {@code limit}. */
    static ScalingRules defaults(double target, int limit) {
        return new ScalingRules(target, 0.7, limit, 60, 0.1, 2, 1000, 2, 30, 0, 1, 0, 0, 211);
    }

    ScalingRules pods(int newInitial, int newLeast, int newMost) {
        return new ScalingRules(
                target,
                utilisation,
                limit,
                stableSeconds,
                panicShare,
                panicThreshold,
                maxUp,
                maxDown,
                graceSeconds,
                downDelaySeconds,
                newInitial,
                newLeast,
                newMost,
                burst);
    }

    /** Requests at once that a pod should have in the mean. */
    double aim() {
        return target * utilisation;
    }

    int panicSeconds() {
        return (int) Math.max(1, Math.round(stableSeconds * panicShare));
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
