package io.text2vec.bench.autoscaler;

/** How many pods are kept whatever comes. */
enum Policy {
    TO_ZERO("0"),
    ONE_KEPT("1"),
    ALWAYS_ON("for the peak");

    private final String label;

    Policy(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /**
     * Each begins with the pods that the traffic's first seconds need, as if it had gone on before. The last has no
     * autoscaler: as many pods as keep the busiest ten seconds below the utilisation aimed at.
     *
     * @param timesPeak how many times these the most pods are where the rules set no bound; 0 is none
     */
    ScalingRules rules(ScalingRules given, Software software, Traffic traffic, int timesPeak) {
        int first = Math.max(given.initial(), software.podsFor(traffic.start(), given.utilisation()));
        int peak = software.podsFor(traffic.peak(), given.utilisation());
        int most = given.most() > 0 ? given.most() : timesPeak * peak;
        return switch (this) {
            case TO_ZERO -> given.pods(first, given.least(), most);
            case ONE_KEPT -> given.pods(first, Math.max(1, given.least()), most);
            case ALWAYS_ON -> given.pods(peak, peak, peak);
        };
    }
}
