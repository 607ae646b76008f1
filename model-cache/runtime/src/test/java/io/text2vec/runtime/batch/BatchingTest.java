package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatchingTest extends SchedulerFixture {

    @Test
    void answersWithTheVectorAndTheTokensOfAllSequences() throws Exception {
        start(1, 8);
        runner.open();
        var embedding = await(submit("a:5,3,40"));
        assertThat(embedding.vector()).containsExactly(5, 0, 3, 1, 40, 2);
        assertThat(embedding.tokens()).isEqualTo(48);
    }

    @Test
    void answersManyInTheOrderOfTheRequests() throws Exception {
        start(2, 4);
        runner.open();
        assertThat(await(submitAll("a:30", "b:2", "c:7")))
                .extracting(e -> e.vector()[0])
                .containsExactly(30f, 2f, 7f);
        assertThat(await(submitAll())).isEmpty();
    }

    @Test
    void anIdleThreadTakesWhatIsThereAtOnce() throws Exception {
        start(1, 32);
        submit("a");
        assertThat(runner.next().labels()).containsExactly("a/0");
    }

    @Test
    void sharesRunsAmongSequencesOfAboutEqualLength() throws Exception {
        start(1, 32);
        var busy = occupy(1).getFirst();
        submitAll("a:4", "b:100", "c:5", "d:99", "e:300");
        busy.end();
        assertThat(runner.ended(3)).containsExactly(List.of("a/0", "c/0"), List.of("b/0", "d/0"), List.of("e/0"));
    }

    @Test
    void sequencesOfOneTextShareARunInWhateverOrderTheyStand() throws Exception {
        start(1, 32);
        var text = submit("a:4,100,5,99");
        assertThat(runner.ended(2)).containsExactly(List.of("a/0", "a/2"), List.of("a/3", "a/1"));
        assertThat(await(text).vector()).containsExactly(4, 0, 100, 1, 5, 2, 99, 3);
    }

    @Test
    void theOldestDecidesWhichLengthRunsNext() throws Exception {
        start(1, 32);
        var busy = occupy(1).getFirst();
        submitAll("short0:4", "old:100");
        busy.end();
        var first = runner.next();
        submitAll("short1:4", "short2:4", "short3:4");
        first.end();
        assertThat(first.labels()).containsExactly("short0/0");
        assertThat(runner.ended(2)).containsExactly(List.of("old/0"), List.of("short1/0", "short2/0", "short3/0"));
    }

    @Test
    void aRunTakesNoMoreThanTheRunnerCan() throws Exception {
        start(1, 2);
        var busy = occupy(1).getFirst();
        submitAll("a", "b", "c");
        busy.end();
        assertThat(runner.ended(2)).containsExactly(List.of("a/0", "b/0"), List.of("c/0"));
    }

    @Test
    void runsOneByOneWhereTheRunnerTakesOne() throws Exception {
        start(1, 1);
        var busy = occupy(1).getFirst();
        submitAll("a", "b", "c");
        busy.end();
        assertThat(runner.ended(3)).containsExactly(List.of("a/0"), List.of("b/0"), List.of("c/0"));
    }

    @Test
    void paddedTokensStayWithinTheLimit() throws Exception {
        start(32, new QueueSettings(1, ROOMY, ROOMY_CHARS, 20, QueueSettings.DEFAULT_DEADLINE, Duration.ofSeconds(20)));
        var busy = occupy(1).getFirst();
        // Nine and nine and one are below the limit, but three rows of nine are not.
        submitAll("a:9", "b:9", "c:1", "longer:40");
        busy.end();
        assertThat(runner.ended(3)).containsExactly(List.of("a/0", "b/0"), List.of("c/0"), List.of("longer/0"));
    }

    @Test
    void leavesWorkForTheOtherThreads() throws Exception {
        start(2, 32);
        var busy = occupy(2);
        submitAll("a", "b", "c", "d", "e");
        busy.get(0).end();
        assertThat(runner.next().labels()).containsExactly("a/0", "b/0", "c/0");
        busy.get(1).end();
        assertThat(runner.next().labels()).containsExactly("d/0");
    }

    @Test
    void allThreadsRunWhatOneCallBrings() throws Exception {
        start(3, 1);
        var all = submitAll("a", "b", "c");
        var runs = List.of(runner.next(), runner.next(), runner.next());
        assertThat(runs).extracting(FakeRunner.Run::thread).doesNotHaveDuplicates();
        runs.forEach(FakeRunner.Run::end);
        await(all);
    }

    @Test
    void allThreadsRunWhatOneTextBrings() throws Exception {
        start(3, 1);
        var text = submit("a:4,4,4");
        var runs = List.of(runner.next(), runner.next(), runner.next());
        assertThat(runs).extracting(FakeRunner.Run::thread).doesNotHaveDuplicates();
        runs.forEach(FakeRunner.Run::end);
        await(text);
    }

    @Test
    void tellsTheObserverOfEachRun() throws Exception {
        var told = new CompletableFuture<String>();
        start(8, settings(1, ROOMY), new FakeRecipe(), new EmbedObserver() {
            @Override
            public void ran(int sequences, int tokens, int padding, long nanos) {
                told.complete(sequences + " sequences, " + tokens + " tokens, " + padding + " padding, took time: "
                        + (nanos > 0));
            }
        });
        runner.open();
        submit("a:3,7,8");
        assertThat(await(told)).isEqualTo("3 sequences, 18 tokens, 6 padding, took time: true");
    }
}
