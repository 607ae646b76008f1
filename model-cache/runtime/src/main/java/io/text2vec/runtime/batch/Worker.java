package io.text2vec.runtime.batch;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.Embedding;
import io.text2vec.runtime.infer.BatchRunner;
import io.text2vec.runtime.recipe.Recipe;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What the threads do. Whatever a recipe, a runner or an assembly throws, an {@link OutOfMemoryError} too, is the failure
 * of the texts at hand and of nothing else.
 */
final class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final SharedQueue queue;
    private final Recipe recipe;
    private final BatchRunner runner;
    private final Pace pace;
    private final EmbedObserver observer;
    private final Duration deadline;

    Worker(SharedQueue queue, Recipe recipe, BatchRunner runner, Pace pace, EmbedObserver observer, Duration deadline) {
        this.queue = queue;
        this.recipe = recipe;
        this.runner = runner;
        this.pace = pace;
        this.observer = new GuardedObserver(observer);
        this.deadline = deadline;
    }

    /** Plans and runs until the queue stops. */
    void planAndRun() {
        untilStopped(() -> {
            Job job = queue.nextJob();
            switch (job) {
                case Job.ToPlan(Text text) -> plan(text);
                case Job.ToRun(Batch batch) -> run(batch);
                case null -> {}
            }
            return job != null;
        });
    }

    /**
     * Plans long texts until the queue stops. A thread of its own, since a text of megabytes takes seconds to tokenise:
     * with a single run thread there would be none left for the others.
     */
    void planLongTexts() {
        untilStopped(() -> {
            Text text = queue.nextLongText();
            if (text != null) {
                plan(text);
            }
            return text != null;
        });
    }

    /** Fails texts when their deadline passes, until the queue stops. */
    void dropExpired() {
        untilStopped(() -> {
            List<Text> late = queue.takeExpired();
            if (late != null) {
                late.forEach(text -> queue.fail(
                        text, new EmbedException.DeadlinePassed("The text had no vector within " + deadline)));
            }
            return late != null;
        });
    }

    /** A last resort: what slips past the steps' own handling must not end a thread that others count on. */
    private static void untilStopped(Step step) {
        boolean going = true;
        while (going) {
            try {
                going = step.go();
            } catch (Throwable t) {
                LOG.error("A thread of the embedder's queue had to recover; a text may wait until its deadline", t);
            }
        }
    }

    /** Returns false once the queue has stopped. */
    private interface Step {
        boolean go() throws InterruptedException;
    }

    private void plan(Text text) {
        try {
            text.plan(recipe.plan(text.request()));
        } catch (Throwable t) {
            queue.fail(text, failure("Tokenising", t));
            return;
        }
        queue.planned(text);
    }

    private void run(Batch batch) {
        float[][] pooled;
        long start = System.nanoTime();
        try {
            pooled = runner.run(batch.sequences());
            if (pooled.length != batch.size()) {
                throw new IllegalStateException(pooled.length + " vectors for " + batch.size() + " sequences");
            }
        } catch (Throwable t) {
            EmbedException failure = failure("Inference", t);
            batch.rows().forEach(row -> queue.fail(row.text(), failure));
            return;
        }
        long nanos = System.nanoTime() - start;
        pace.ran(batch.size(), nanos);
        observer.ran(batch.size(), batch.tokens(), batch.padding(), nanos);
        for (int i = 0; i < pooled.length; i++) {
            Batch.Row row = batch.rows().get(i);
            if (row.text().keep(row.index(), pooled[i])) {
                assemble(row.text());
            }
        }
    }

    private void assemble(Text text) {
        Embedding embedding;
        try {
            embedding = text.assemble();
        } catch (Throwable t) {
            queue.fail(text, failure("Putting a text's vector together", t));
            return;
        }
        queue.answer(text, embedding);
    }

    private static EmbedException failure(String doing, Throwable t) {
        return t instanceof EmbedException known ? known : new EmbedException.RuntimeFailed(doing + " failed: " + t, t);
    }
}
