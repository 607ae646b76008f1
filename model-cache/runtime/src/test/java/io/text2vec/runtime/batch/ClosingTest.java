package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosingTest extends SchedulerFixture {

    @Test
    void finishesWhatWasTakenAndRefusesWhatIsNew() throws Exception {
        start(1, 1);
        var running = submit("a");
        var run = runner.next();
        var waiting = submit("b");
        Thread closer = Thread.ofPlatform().start(scheduler::close);
        while (!refused()) {
            Thread.onSpinWait();
        }
        assertThat(running).isNotDone();
        runner.open();
        run.end();
        assertThat(closer.join(Duration.ofSeconds(FakeRunner.PATIENCE_SECONDS))).isTrue();
        assertThat(running).isCompleted();
        assertThat(waiting).isCompleted();
        assertThat(scheduler.terminated()).isTrue();
        assertFailure(submit("c")).isInstanceOf(EmbedException.NotReady.class);
        assertFailure(submitAll("c", "d")).isInstanceOf(EmbedException.NotReady.class);
    }

    private boolean refused() {
        var probe = submit("probe");
        return !probe.cancel(false) && probe.exceptionNow() instanceof EmbedException.NotReady;
    }

    @Test
    void failsWhatOutlastsTheDrainTime() throws Exception {
        start(1, new QueueSettings(1, ROOMY, ROOMY_CHARS, ROOMY, QueueSettings.DEFAULT_DEADLINE, Duration.ZERO));
        var running = submit("a");
        var run = runner.next();
        var waiting = submit("b");
        scheduler.close();
        assertFailure(running).isInstanceOf(EmbedException.NotReady.class);
        assertFailure(waiting).isInstanceOf(EmbedException.NotReady.class);
        assertThat(scheduler.pending()).isZero();
        assertThat(scheduler.terminated())
                .as("while a run still uses the model")
                .isFalse();
        run.end();
        run.thread().join(TimeUnit.SECONDS.toMillis(FakeRunner.PATIENCE_SECONDS));
        scheduler.close();
        assertThat(scheduler.terminated()).isTrue();
        assertThat(runner.unasked()).isEmpty();
    }

    @Test
    void closesTwice() {
        start(2, 1);
        scheduler.close();
        scheduler.close();
        assertThat(scheduler.terminated()).isTrue();
    }

    @Test
    void anInterruptedCloserWaitsNoLonger() throws Exception {
        start(1, 1);
        var running = submit("a");
        var run = runner.next();
        Thread.currentThread().interrupt();
        scheduler.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(running.exceptionNow()).isInstanceOf(EmbedException.NotReady.class);
        run.end();
    }
}
