package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.runtime.infer.BatchRunner;
import io.text2vec.runtime.infer.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each run waits until the test says how it ends, or runs freely once opened. A vector is {@code {tokens, index}}. */
final class FakeRunner implements BatchRunner {
    static final long PATIENCE_SECONDS = 20;

    private final int maxBatch;
    private final BlockingQueue<Run> started = new LinkedBlockingQueue<>();
    private final Queue<Run> all = new ConcurrentLinkedQueue<>();
    private volatile boolean open;

    FakeRunner(int maxBatch) {
        this.maxBatch = maxBatch;
    }

    /** A run that has started. */
    record Run(List<Sequence> batch, Thread thread, CompletableFuture<float[][]> result) {

        /** Whose sequences run: {@code name/index}. */
        List<String> labels() {
            return batch.stream().map(s -> FakeRecipe.Label.of(s).toString()).toList();
        }

        void end() {
            end(s -> new float[] {s.length(), FakeRecipe.Label.of(s).index()});
        }

        void end(Function<Sequence, float[]> vector) {
            result.complete(batch.stream().map(vector).toArray(float[][]::new));
        }

        void fail(Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    @Override
    public float[][] run(List<Sequence> batch) {
        Run run = new Run(List.copyOf(batch), Thread.currentThread(), new CompletableFuture<>());
        all.add(run);
        started.add(run);
        if (open) {
            run.end();
        }
        try {
            return run.result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw sneaky(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("No test ended the run of " + run.labels(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable failure) throws T {
        throw (T) failure;
    }

    @Override
    public int maxBatch() {
        return maxBatch;
    }

    /** The next run, once it has started. */
    Run next() throws InterruptedException {
        Run run = started.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(run).as("a run that starts").isNotNull();
        return run;
    }

    /** Ends run after run and returns what was in the next so many. */
    List<List<String>> ended(int runs) throws InterruptedException {
        List<List<String>> labels = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Run run = next();
            labels.add(run.labels());
            run.end();
        }
        return labels;
    }

    /** Ends all runs that have not ended, and lets those to come end by themselves. */
    void open() {
        open = true;
        all.forEach(Run::end);
    }

    /** What started and was not asked for by {@link #next()}. */
    Stream<String> unasked() {
        return started.stream().flatMap(run -> run.labels().stream());
    }
}
