package io.text2vec.collections.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {
    private final CountDownLatch held = new CountDownLatch(1);

    @Test
    void whatIsOneTooManyIsRefusedAtOnce() {
        try (Workers workers = new Workers(new WorkSettings(1, 1, 1, 0))) {
            CompletableFuture<Boolean> running = workers.read(this::waitForRelease);
            CompletableFuture<Boolean> waiting = workers.read(() -> true);

            assertThat(workers.read(() -> true))
                    .failsWithin(0, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(CollectionException.Busy.class)
                    .withMessageContaining("TEXT2VEC_WAITING_READS");
            held.countDown();
            assertThat(running.join()).isTrue();
            assertThat(waiting.join()).isTrue();
        }
    }

    @Test
    void writesUnderWayDoNotKeepReadsWaiting() {
        try (Workers workers = new Workers(new WorkSettings(1, 1, 1, 1))) {
            CompletableFuture<Boolean> writing = workers.write(this::waitForRelease);

            assertThat(workers.read(() -> "read").join()).isEqualTo("read");
            held.countDown();
            assertThat(writing.join()).isTrue();
        }
    }

    @Test
    void whatIsCancelledBeforeItsTurnIsNotRun() {
        AtomicBoolean ran = new AtomicBoolean();
        try (Workers workers = new Workers(new WorkSettings(1, 2, 1, 0))) {
            workers.read(this::waitForRelease);
            workers.read(() -> ran.getAndSet(true)).cancel(false);
            held.countDown();
        }
        assertThat(ran).isFalse();
    }

    @Test
    void closingWaitsForWhatIsUnderWayAndRefusesWhatIsNew() {
        Workers workers = new Workers(new WorkSettings(1, 0, 1, 1));
        CompletableFuture<Boolean> writing = workers.write(this::waitForRelease);
        CompletableFuture<Boolean> next = workers.write(() -> true);
        held.countDown();
        workers.close();

        assertThat(writing).isCompletedWithValue(true);
        assertThat(next).isCompletedWithValue(true);
        assertThat(workers.write(() -> true))
                .failsWithin(0, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(CollectionException.NotReady.class);
    }

    @Test
    void whatTheWorkThrowsFailsItsFuture() {
        CollectionException missing = new CollectionException.NotFound("There is no collection Film.");
        try (Workers workers = new Workers(new WorkSettings(1, 0, 1, 0))) {
            assertThat(workers.read(() -> {
                        throw missing;
                    }))
                    .failsWithin(10, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .havingCause()
                    .isSameAs(missing);
        }
    }

    @Test
    void settingsThatLetNothingRunAreRefusedByName() {
        assertThatThrownBy(() -> new WorkSettings(0, 1, 1, 1)).hasMessageContaining("TEXT2VEC_READS");
    }

    private boolean waitForRelease() {
        try {
            return held.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
