package io.text2vec.weaviate.grpc.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.work.WorkSettings;
import io.text2vec.collections.work.Workers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamTurnsTest {
    private final BlockingQueue<Runnable> later = new LinkedBlockingQueue<>();
    private final List<String> ran = new CopyOnWriteArrayList<>();

    private class Turn implements StreamTurns.Turn {
        final String name;
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);
        final CompletableFuture<Throwable> failure = new CompletableFuture<>();

        Turn(String name) {
            this.name = name;
        }

        @Override
        public void run() {
            ran.add(name);
            begun.countDown();
            await(go);
        }

        @Override
        public void fail(Throwable why) {
            failure.complete(why);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void moreThanMayAtOnceWaitInTheirOrder() {
        try (Workers workers = new Workers(new WorkSettings(1, 0, 4, 4))) {
            StreamTurns turns = new StreamTurns(workers, 1, later::add);
            Turn first = new Turn("first");
            Turn second = new Turn("second");
            Turn third = new Turn("third");
            turns.ask(first);
            turns.ask(second);
            turns.ask(third);
            await(first.begun);
            assertThat(turns.contended()).isTrue();
            first.go.countDown();
            await(second.begun);
            assertThat(ran).containsExactly("first", "second");
            second.go.countDown();
            await(third.begun);
            assertThat(turns.contended()).isFalse();
            third.go.countDown();
        }
        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void whereCallsTakeAllThreadsAStreamComesAgainAndFailsNothing() throws InterruptedException {
        try (Workers workers = new Workers(new WorkSettings(1, 0, 1, 0))) {
            StreamTurns turns = new StreamTurns(workers, 1, later::add);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            CompletableFuture<Void> call = workers.write(() -> {
                begun.countDown();
                await(go);
                return null;
            });
            await(begun);
            Turn turn = new Turn("turn");
            turns.ask(turn);
            Runnable again = later.take();
            go.countDown();
            call.join();
            again.run();
            while (turn.begun.getCount() > 0) { // the thread may still be on its way back
                Runnable once = later.poll();
                if (once != null) {
                    once.run();
                }
            }
            turn.go.countDown();
            assertThat(turn.failure).isNotDone();
        }
    }

    @Test
    void anErrorIsToldAndTheNextHasItsTurn() {
        try (Workers workers = new Workers(new WorkSettings(1, 0, 2, 2))) {
            StreamTurns turns = new StreamTurns(workers, 1, later::add);
            Turn broken = new Turn("broken") {
                @Override
                public void run() {
                    throw new IllegalStateException("broken");
                }
            };
            Turn next = new Turn("next");
            turns.ask(broken);
            turns.ask(next);
            assertThat(broken.failure.join()).hasMessage("broken");
            await(next.begun);
            next.go.countDown();
        }
    }

    @Test
    void afterTheEndTurnsFail() {
        Workers workers = new Workers(new WorkSettings(1, 0, 1, 1));
        workers.close();
        Turn late = new Turn("late");
        new StreamTurns(workers, 1, later::add).ask(late);
        assertThat(late.failure.join()).isInstanceOf(CollectionException.NotReady.class);
    }
}
