package io.text2vec.bench.autoscaler;

import java.util.ArrayList;
import java.util.List;

/** What is simulated: which traffic meets which software, and how many pods of it are kept. */
record Case(Traffic traffic, Software software, Policy policy) {
    private static final int MILLIS = 1000;

    static List<Case> all(List<Traffic> traffic, List<Software> software) {
        List<Case> all = new ArrayList<>();
        for (Traffic each : traffic) {
            for (Software of : software) {
                for (Policy policy : Policy.values()) {
                    all.add(new Case(each, of, policy));
                }
            }
        }
        return all;
    }

    Outcome simulate(Settings settings) {
        ScalingRules rules = policy.rules(settings.rules(), software, traffic, settings.timesPeak());
        return new Simulation(traffic, software, rules, settings.platformSeconds() * MILLIS).run();
    }
}
