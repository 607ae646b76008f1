package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AdmissionTest extends SchedulerFixture {

    @Test
    void refusesWhatFindsNoRoom() throws Exception {
        start(1, settings(1, 2));
        occupy(1);
        submit("a");
        submit("b");
        assertFailure(submit("c"))
                .isInstanceOf(EmbedException.Busy.class)
                .hasMessage("The queue has no room for 1 more: 2 texts wait, its capacity is 2");
        assertThat(scheduler.pending()).isEqualTo(3);
    }

    @Test
    void takesAllOfARequestOrNone() throws Exception {
        start(1, settings(1, 3));
        occupy(1);
        submit("a");
        assertFailure(submitAll("b", "c", "d")).isInstanceOf(EmbedException.Busy.class);
        assertThat(scheduler.pending()).isEqualTo(2);
        assertThat(submitAll("b", "c")).isNotDone();
        assertThat(scheduler.pending()).isEqualTo(4);
    }

    @Test
    void takesMoreThanTheCapacityOnlyWhenNobodyWaits() throws Exception {
        start(1, settings(1, 2));
        var busy = occupy(1).getFirst();
        var waiting = submit("a");
        assertFailure(submitAll("b", "c", "d")).isInstanceOf(EmbedException.Busy.class);
        waiting.cancel(false);
        var all = submitAll("b", "c", "d");
        assertFailure(submit("e")).isInstanceOf(EmbedException.Busy.class);
        runner.open();
        busy.end();
        assertThat(await(all)).hasSize(3);
    }

    @Test
    void whatRunsLeavesItsPlaceToOthers() throws Exception {
        start(1, settings(1, 1));
        occupy(1);
        assertThat(submit("a")).isNotDone();
        assertFailure(submit("b")).isInstanceOf(EmbedException.Busy.class);
    }

    @Test
    void aTextKeepsItsPlaceUntilItsLastSequenceRuns() throws Exception {
        start(1, settings(1, 1));
        submit("a:4,4");
        var first = runner.next();
        assertFailure(submit("b")).isInstanceOf(EmbedException.Busy.class);
        first.end();
        runner.next();
        assertThat(submit("b")).isNotDone();
    }

    @Test
    void refusesWhatHasMoreCharactersThanFindRoom() throws Exception {
        start(1, settings(1, ROOMY, 10));
        occupy(1);
        submitAll("four", "five5");
        assertFailure(submit("a2"))
                .isInstanceOf(EmbedException.Busy.class)
                .hasMessage("The queue has no room for 2 more characters: 9 wait, of at most 10");
        assertThat(scheduler.pending()).isEqualTo(3);
        assertThat(submit("a")).isNotDone();
    }

    @Test
    void countsTheCharactersOfAllTextsOfARequest() throws Exception {
        start(1, settings(1, ROOMY, 10));
        occupy(1);
        submit("four");
        assertFailure(submitAll("four", "a2", "b")).isInstanceOf(EmbedException.Busy.class);
        assertThat(submitAll("four", "a2")).isNotDone();
    }

    @Test
    void takesMoreCharactersThanMayWaitOnlyWhenNobodyWaits() throws Exception {
        start(1, settings(1, ROOMY, 3));
        occupy(1);
        var waiting = submit("a");
        assertFailure(submit("four")).isInstanceOf(EmbedException.Busy.class);
        waiting.cancel(false);
        assertThat(submit("four")).isNotDone();
        assertFailure(submit("a")).isInstanceOf(EmbedException.Busy.class);
    }

    @Test
    void whatIsWithdrawnGivesItsCharactersBackOnce() throws Exception {
        start(1, settings(1, ROOMY, 10));
        occupy(1);
        submit("four");
        var waiting = submit("sixsix");
        waiting.cancel(false);
        assertThat(submit("sixsix")).isNotDone();
        assertFailure(submit("a")).isInstanceOf(EmbedException.Busy.class);
    }

    @Test
    void whatRunsLeavesTheRoomOfItsCharactersToOthers() throws Exception {
        start(1, settings(1, ROOMY, 10));
        var busy = occupy(1).getFirst();
        submit("four");
        submit("sixsix");
        assertFailure(submit("a")).isInstanceOf(EmbedException.Busy.class);
        busy.end();
        runner.next();
        assertThat(submit("4444")).isNotDone();
        assertFailure(submit("a")).isInstanceOf(EmbedException.Busy.class);
    }

    @Test
    void saysASecondWhereItKnowsNoBetter() throws Exception {
        start(1, settings(1, 1));
        occupy(1);
        submit("a");
        assertThat(retryAfter(submit("b"))).isEqualTo(Duration.ofSeconds(1));
    }

    private static Duration retryAfter(CompletableFuture<?> refused) {
        return ((EmbedException.Busy) refused.exceptionNow()).retryAfter();
    }
}
