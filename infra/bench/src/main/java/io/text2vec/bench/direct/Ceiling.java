package io.text2vec.bench.direct;

import io.text2vec.bench.report.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What the libraries can do in one process: tokenise, run, pool and normalise on all cores, and nothing else. */
public final class Ceiling implements AutoCloseable {
    /** Batches whose vectors are less alike than this to those of single texts don't count: they are other vectors. */
    private static final double SAME_VECTOR = 0.9999;

    private static final int TURNS = 3;

    private final Path natives;
    private final DirectTokenizer tokenizer;
    private final Map<Integer, DirectModel> models = new HashMap<>();

    /** @param natives directory for the native libraries */
    public Ceiling(Path natives) {
        this.natives = natives;
        tokenizer = new DirectTokenizer(natives);
    }

    /** A setting and its speed. */
    public record Best(Setting setting, double textsPerSecond) {}

    /** The tokenizer, for making texts of a given length. */
    public DirectTokenizer tokenizer() {
        return tokenizer;
    }

    /** The vector of a text that runs alone. */
    public float[] vector(String text) {
        return model(1).embed(new long[][] {tokenizer.encode(text)})[0];
    }

    /** Tries settings in turns, each for the given time a turn, and returns the one with the best median. */
    public Best best(List<Setting> settings, List<String> texts, Duration turn) {
        double[][] speeds = new double[settings.size()][TURNS];
        for (int t = 0; t < TURNS; t++) {
            for (int s = 0; s < speeds.length; s++) {
                speeds[s][t] = textsPerSecond(settings.get(s), texts, turn);
            }
        }
        List<Best> tried = new ArrayList<>();
        for (int s = 0; s < speeds.length; s++) {
            tried.add(new Best(settings.get(s), new Sample(speeds[s]).median()));
        }
        return Collections.max(tried, Comparator.comparingDouble(Best::textsPerSecond));
    }

    /** The smallest cosine between the vectors of a setting's batches and those of single texts, over two batches. */
    public double sameness(Setting setting, List<String> texts) {
        double worst = 1;
        for (int at = 0; at < 2; at++) {
            float[][] together = model(setting.threads()).embed(batch(texts, at * setting.batch(), setting.batch()));
            for (int i = 0; i < setting.batch(); i++) {
                float[] alone = vector(texts.get((at * setting.batch() + i) % texts.size()));
                worst = Math.min(worst, Cosine.of(alone, together[i]));
            }
        }
        return worst;
    }

    /** Whether a sameness is good enough to call the vectors the same. */
    public static boolean same(double sameness) {
        return sameness >= SAME_VECTOR;
    }

    /** Runs a setting for some time over the texts, again from the first when they end. */
    public double textsPerSecond(Setting setting, List<String> texts, Duration time) {
        DirectModel model = model(setting.threads());
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (ExecutorService executor = Executors.newFixedThreadPool(setting.runs())) {
            List<Future<Integer>> runners = new ArrayList<>();
            for (int i = 0; i < setting.runs(); i++) {
                runners.add(executor.submit(() -> {
                    int done = 0;
                    while (System.nanoTime() < end) {
                        int at = next.getAndAdd(setting.batch());
                        done += model.embed(batch(texts, at, setting.batch())).length;
                    }
                    return done;
                }));
            }
            int done = 0;
            for (Future<Integer> runner : runners) {
                done += runner.get();
            }
            return done * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long[][] batch(List<String> texts, int from, int count) {
        long[][] batch = new long[count][];
        for (int i = 0; i < count; i++) {
            batch[i] = tokenizer.encode(texts.get((from + i) % texts.size()));
        }
        return batch;
    }

    private DirectModel model(int threads) {
        return models.computeIfAbsent(threads, t -> DirectModel.load(natives, t));
    }

    @Override
    public void close() {
        models.values().forEach(DirectModel::close);
        tokenizer.close();
    }
}
