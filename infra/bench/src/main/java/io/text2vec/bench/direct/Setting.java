package io.text2vec.bench.direct;

import java.util.ArrayList;
import java.util.List;

/**
 * How the cores are used in one process.
 *
 * @param runs how many runs go on at once
 * @param threads threads of each
 * @param batch texts of each
 */
public record Setting(int runs, int threads, int batch) {

    /** Every way to share out the cores evenly, one text a run. */
    public static List<Setting> oneTextARun(int cores) {
        List<Setting> settings = new ArrayList<>();
        for (int threads = 1; threads <= cores; threads++) {
            if (cores % threads == 0) {
                settings.add(new Setting(cores / threads, threads, 1));
            }
        }
        return settings;
    }

    /** The ways to run one text at a time: what a single caller can have. */
    public static List<Setting> oneCaller(int cores) {
        List<Setting> settings = new ArrayList<>();
        for (int threads = 1; threads <= cores; threads *= 2) {
            settings.add(new Setting(1, threads, 1));
        }
        return settings;
    }

    /** This setting with several texts a run: more than 16 gain nothing on a CPU. */
    public List<Setting> batched() {
        return List.of(new Setting(runs, threads, 4), new Setting(runs, threads, 8), new Setting(runs, threads, 16));
    }

    @Override
    public String toString() {
        return runs
                + (runs == 1 ? " run x " : " runs x ")
                + threads
                + (threads == 1 ? " thread" : " threads")
                + (batch == 1 ? "" : ", batches of " + batch);
    }
}
