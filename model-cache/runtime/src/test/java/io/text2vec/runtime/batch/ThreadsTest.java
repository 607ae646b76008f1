package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThreadsTest extends SchedulerFixture {
    private static final String MUCH_SPACE = " ".repeat(TextQueue.LONG_TEXT);

    private final BlockingQueue<String> planned = new LinkedBlockingQueue<>();

    @Test
    void plansAndRunsOnPlatformThreadsOfItsOwn() throws Exception {
        var planner = new CompletableFuture<Thread>();
        start(
                1,
                settings(1, ROOMY),
                new FakeRecipe(_ -> planner.complete(Thread.currentThread())),
                new EmbedObserver() {});
        var completer = submit("a").thenApply(_ -> Thread.currentThread());
        var run = runner.next();
        run.end();
        assertThat(run.thread().getName()).isEqualTo("text2vec-run-0");
        assertThat(run.thread().isDaemon()).isTrue();
        assertThat(run.thread().isVirtual()).isFalse();
        assertThat(await(planner)).isSameAs(run.thread());
        assertThat(await(completer)).isSameAs(run.thread());
    }

    @Test
    void planningALongTextHoldsUpNobody() throws Exception {
        var gate = new CountDownLatch(1);
        startPlanningBehind(gate);
        var text = submit("long:4,4" + MUCH_SPACE);
        assertThat(nextPlanned()).isEqualTo("long");
        var next = submit("short");
        runner.next().end();
        await(next);
        gate.countDown();
        runner.open();
        assertThat(await(text).tokens()).isEqualTo(8);
    }

    @Test
    void oneLongTextIsPlannedAtATime() throws Exception {
        var gate = new CountDownLatch(1);
        startPlanningBehind(gate);
        runner.open();
        var first = submit("long1" + MUCH_SPACE);
        var second = submit("long2" + MUCH_SPACE);
        assertThat(nextPlanned()).isEqualTo("long1");
        await(submit("short"));
        assertThat(nextPlanned()).isEqualTo("short");
        assertThat(planned).isEmpty();
        gate.countDown();
        await(first);
        await(second);
        assertThat(nextPlanned()).isEqualTo("long2");
    }

    @Test
    void longTextsWaitUnplannedWhileTheirWindowsWouldFillTheQueue() throws Exception {
        start(1, settings(1, 3), recording(new CountDownLatch(0)), new EmbedObserver() {});
        submit("long1:4x5" + MUCH_SPACE);
        var run = runner.next();
        submit("long2:4" + MUCH_SPACE);
        assertThat(nextPlanned()).isEqualTo("long1");
        run.end(); // four windows waited, three do
        run = runner.next();
        assertThat(planned).isEmpty();
        run.end();
        run = runner.next();
        assertThat(nextPlanned()).isEqualTo("long2");
        run.end();
    }

    private void startPlanningBehind(CountDownLatch gate) {
        start(1, settings(1, ROOMY), recording(gate), new EmbedObserver() {});
    }

    private FakeRecipe recording(CountDownLatch gate) {
        return new FakeRecipe(name -> {
            planned.add(name);
            if (name.startsWith("long")) {
                awaitLatch(gate);
            }
        });
    }

    private String nextPlanned() throws InterruptedException {
        return planned.poll(FakeRunner.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
