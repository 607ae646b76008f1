package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedObserver;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CancellationTest extends SchedulerFixture {

    @Test
    void whatIsCancelledNeverRunsAndGivesItsPlaceBackAtOnce() throws Exception {
        start(1, settings(1, 1));
        var busy = occupy(1).getFirst();
        submit("a").cancel(true);
        assertThat(scheduler.pending()).isEqualTo(1);
        submit("b");
        busy.end();
        assertThat(runner.next().labels()).containsExactly("b/0");
    }

    @Test
    void theRestOfALongTextIsWithdrawn() throws Exception {
        start(1, 1);
        var text = submit("a:4x1000");
        var first = runner.next();
        text.cancel(true);
        submit("b");
        first.end();
        assertThat(runner.next().labels()).containsExactly("b/0");
    }

    @Test
    void allTextsOfARequestAreWithdrawn() throws Exception {
        start(1, 1);
        var all = submitAll("a", "b", "c");
        var first = runner.next();
        all.cancel(true);
        assertThat(scheduler.pending()).isZero();
        submit("d");
        first.end();
        assertThat(runner.next().labels()).containsExactly("d/0");
    }

    @Test
    void aTextThatIsCancelledWhilePlannedDoesNotRun() throws Exception {
        var planning = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        start(
                1,
                settings(1, ROOMY),
                new FakeRecipe(name -> {
                    if (name.equals("a")) {
                        planning.countDown();
                        awaitLatch(cancelled);
                    }
                }),
                new EmbedObserver() {});
        var text = submit("a");
        planning.await();
        text.cancel(true);
        submit("b");
        cancelled.countDown();
        assertThat(runner.next().labels()).containsExactly("b/0");
    }

    @Test
    void othersOfTheSameRunKeepTheirAnswers() throws Exception {
        start(1, 8);
        var busy = occupy(1).getFirst();
        var cancelled = submit("a");
        var kept = submit("b");
        busy.end();
        var run = runner.next();
        assertThat(run.labels()).isEqualTo(List.of("a/0", "b/0"));
        cancelled.cancel(true);
        run.end();
        assertThat(await(kept).tokens()).isEqualTo(4);
        assertThat(scheduler.pending()).isZero();
    }
}
