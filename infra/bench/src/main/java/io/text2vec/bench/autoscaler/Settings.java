package io.text2vec.bench.autoscaler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What to simulate, from the command line.
 *
 * @param recorded files with recorded traffic; none: the synthetic days
 * @param timesPeak how many times the pods that the peak needs are the most, where {@code rules} say nothing; 0 is no bound
 * @param plot where the picture goes
 */
record Settings(
        List<Path> recorded,
        List<String> days,
        List<Software> software,
        ScalingRules rules,
        int timesPeak,
        double platformSeconds,
        Prices prices,
        Path plot) {

    static final String USAGE = """
            Usage: infra/bench/autoscaler [options]

            Plays Knative's autoscaler over days of traffic, for this project's vectorizer and for the Python container,
            and prints latencies, pods and cost. docs/scaling.md says what is assumed.

              --traffic FILE         recorded traffic, CSV: requests of each second, or second,requests; may be repeated
              --day NAME             only this synthetic day: sparse, office, bursts, internet; may be repeated
              --software NAME,COLD,COLD,MILLIS,MIB
                                     in place of the measured ones, may be repeated: cold start of a process in seconds
                                     at best and at worst, time of an inference, memory
              --platform SECONDS     what the cluster needs to start a pod's process and to hear that it is ready (1.5)
              --target N             requests in a pod at once that are aimed at (2)
              --utilization SHARE    of the target (0.7)
              --limit N              containerConcurrency (8)
              --window SECONDS       stable window (60)
              --panic-window SHARE   of the stable window (0.1)
              --panic-threshold N    times the ready pods (2)
              --max-scale-up N       times the ready pods (1000)
              --max-scale-down N     (2)
              --grace SECONDS        scale-to-zero-grace-period (30)
              --scale-down-delay SECONDS  (0)
              --initial-scale N      (1)
              --min-scale N          (0)
              --max-scale N          (by --max-scale-peak)
              --max-scale-peak N     times the pods that the busiest ten seconds need; 0 is no bound (2)
              --burst N              target-burst-capacity (211)
              --cpu-price P          for a processor and hour (0.04)
              --memory-price P       for a GiB and hour (0.0045)
              --headroom N           memory asked for to memory measured (1.25)
              --plot FILE            picture (infra/bench/target/autoscaler.svg)
            """;

    static Settings parse(Path root, List<String> arguments) {
        List<Path> recorded = new ArrayList<>();
        List<String> days = new ArrayList<>();
        List<Software> software = new ArrayList<>();
        ScalingRules d = ScalingRules.defaults(2, 8);
        double target = d.target();
        double utilisation = d.utilisation();
        int limit = d.limit();
        int window = d.stableSeconds();
        double panicShare = d.panicShare();
        double panicThreshold = d.panicThreshold();
        double maxUp = d.maxUp();
        double maxDown = d.maxDown();
        int grace = d.graceSeconds();
        int delay = d.downDelaySeconds();
        int initial = d.initial();
        int least = d.least();
        int most = d.most();
        double burst = d.burst();
        int timesPeak = 2;
        double platform = 1.5;
        double cpu = 0.04;
        double memory = 0.0045;
        double headroom = 1.25;
        Path plot = root.resolve("infra/bench/target/autoscaler.svg");
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("No such option, or it lacks its value: " + name);
            }
            String value = arguments.get(i + 1);
            switch (name) {
                case "--traffic" -> recorded.add(Path.of(value));
                case "--day" -> days.add(value);
                case "--software" -> software.add(Software.parse(value));
                case "--platform" -> platform = Double.parseDouble(value);
                case "--target" -> target = Double.parseDouble(value);
                case "--utilization" -> utilisation = Double.parseDouble(value);
                case "--limit" -> limit = Integer.parseInt(value);
                case "--window" -> window = Integer.parseInt(value);
                case "--panic-window" -> panicShare = Double.parseDouble(value);
                case "--panic-threshold" -> panicThreshold = Double.parseDouble(value);
                case "--max-scale-up" -> maxUp = Double.parseDouble(value);
                case "--max-scale-down" -> maxDown = Double.parseDouble(value);
                case "--grace" -> grace = Integer.parseInt(value);
                case "--scale-down-delay" -> delay = Integer.parseInt(value);
                case "--initial-scale" -> initial = Integer.parseInt(value);
                case "--min-scale" -> least = Integer.parseInt(value);
                case "--max-scale" -> most = Integer.parseInt(value);
                case "--max-scale-peak" -> timesPeak = Integer.parseInt(value);
                case "--burst" -> burst = Double.parseDouble(value);
                case "--cpu-price" -> cpu = Double.parseDouble(value);
                case "--memory-price" -> memory = Double.parseDouble(value);
                case "--headroom" -> headroom = Double.parseDouble(value);
                case "--plot" -> plot = Path.of(value);
                default -> throw new IllegalArgumentException("No such option: " + name);
            }
        }
        ScalingRules rules = new ScalingRules(
                target,
                utilisation,
                limit,
                window,
                panicShare,
                panicThreshold,
                maxUp,
                maxDown,
                grace,
                delay,
                initial,
                least,
                most,
                burst);
        return new Settings(
                recorded,
                days,
                software.isEmpty() ? Software.measured() : software,
                rules,
                timesPeak,
                platform,
                new Prices(cpu, memory, headroom),
                plot);
    }
}
