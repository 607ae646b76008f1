package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTest extends SchedulerFixture {
    private static final Duration SOON = Duration.ofMillis(50);
    /** For a text that has to be running when it passes: long enough for a slow machine to start it. */
    private static final Duration AFTER_ITS_START = Duration.ofSeconds(1);

    private void startWithDeadline(Duration deadline) {
        start(1, new QueueSettings(1, ROOMY, ROOMY_CHARS, ROOMY, deadline, Duration.ofSeconds(20)));
    }

    @Test
    void failsInTimeThoughNoThreadIsFree() throws Exception {
        startWithDeadline(SOON);
        var running = submit("running");
        var waiting = submit("waiting");
        assertFailure(running).isInstanceOf(EmbedException.DeadlinePassed.class);
        assertFailure(waiting)
                .isInstanceOf(EmbedException.DeadlinePassed.class)
                .hasMessage("The text had no vector within PT0.05S");
        assertThat(scheduler.pending()).isZero();
    }

    @Test
    void whatIsLateNeverRuns() throws Exception {
        startWithDeadline(AFTER_ITS_START);
        submit("running:4,4");
        var run = runner.next();
        assertThat(run.labels()).containsExactly("running/0");
        assertFailure(submit("waiting")).isInstanceOf(EmbedException.DeadlinePassed.class);
        runner.open();
        scheduler.close();
        assertThat(runner.unasked()).isEmpty();
    }

    @Test
    void aLateResultIsDropped() throws Exception {
        startWithDeadline(AFTER_ITS_START);
        var text = submit("a");
        var run = runner.next();
        assertFailure(text).isInstanceOf(EmbedException.DeadlinePassed.class);
        run.end();
        scheduler.close();
        assertFailure(text).isInstanceOf(EmbedException.DeadlinePassed.class);
    }

    @Test
    void theFirstLateTextFailsItsRequest() throws Exception {
        startWithDeadline(SOON);
        assertFailure(submitAll("a", "b")).isInstanceOf(EmbedException.DeadlinePassed.class);
    }

    @Test
    void onlyWhatIsDueIsDropped() {
        var queue = new TextQueue(settings(1, ROOMY), 1);
        var requests = List.of(EmbedRequest.passage("a"));
        var due = queue.add(requests, 100);
        var later = queue.add(requests, 101);
        assertThat(queue.removeExpired(99)).isEmpty();
        assertThat(queue.removeExpired(100)).isEqualTo(due);
        assertThat(queue.oldestPending()).isSameAs(later.getFirst());
        assertThat(queue.nextJob()).isEqualTo(new Job.ToPlan(later.getFirst()));
    }

    @Test
    void deadlinesOutliveAnOverflowOfTheClock() {
        var queue = new TextQueue(settings(1, ROOMY), 1);
        queue.add(List.of(EmbedRequest.passage("a")), Long.MIN_VALUE + 5);
        assertThat(queue.removeExpired(Long.MAX_VALUE)).isEmpty();
        assertThat(queue.removeExpired(Long.MIN_VALUE + 5)).hasSize(1);
    }
}
