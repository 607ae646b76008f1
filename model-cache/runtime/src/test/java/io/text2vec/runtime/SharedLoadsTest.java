package io.text2vec.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.SharedLoads.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SharedLoadsTest {
    private static final int CALLERS = 16;

    private final SharedLoads<String, Model> loads = new SharedLoads<>();
    private final AtomicInteger loaded = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void manyCallersShareOneLoadAndTheLastCloses() throws Exception {
        List<Lease<Model>> leases = results(askAtOnce(this::load));

        assertThat(loaded).hasValue(1);
        assertThat(leases.stream().map(Lease::value).distinct()).hasSize(1);

        Lease<Model> last = leases.removeLast();
        leases.forEach(Lease::close);
        assertThat(open).hasValue(1);
        assertThat(last.value()).isNotNull();

        last.close();
        assertThat(open).hasValue(0);
        assertThat(loads.size()).isZero();
    }

    @Test
    void aKeyAskedAgainAfterCloseLoadsAnew() {
        loads.lease("a", this::load).close();
        try (Lease<Model> again = loads.lease("a", this::load)) {
            assertThat(again.value()).isNotNull();
            assertThat(loaded).hasValue(2);
            assertThat(open).hasValue(1);
        }
        assertThat(open).hasValue(0);
    }

    @Test
    void closingALeaseTwiceTakesOnlyOnePartBack() {
        Lease<Model> first = loads.lease("a", this::load);
        Lease<Model> second = loads.lease("a", this::load);

        first.close();
        first.close();

        assertThat(open).hasValue(1);
        assertThatIllegalStateException().isThrownBy(first::value);
        second.close();
        assertThat(open).hasValue(0);
    }

    @Test
    void aFailingLoadFailsAllWhoWaitAndIsTriedAgain() throws Exception {
        CountDownLatch fail = new CountDownLatch(1);
        IllegalArgumentException failure = new IllegalArgumentException("no such model");
        List<Future<Lease<Model>>> waiting = askAtOnce(() -> {
            loaded.incrementAndGet();
            await(fail);
            throw failure;
        });
        awaitUsers(CALLERS);
        fail.countDown();

        for (Future<Lease<Model>> waiter : waiting) {
            assertThatThrownBy(waiter::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCause(failure);
        }
        assertThat(loaded).hasValue(1);
        assertThat(loads.size()).isZero();

        try (Lease<Model> again = loads.lease("a", this::load)) {
            assertThat(again.value()).isNotNull();
        }
    }

    @Test
    void anErrorOfTheLoadReachesTheCaller() {
        assertThatThrownBy(() -> loads.lease("a", () -> {
                    throw new UnsatisfiedLinkError("no library");
                }))
                .isInstanceOf(UnsatisfiedLinkError.class);
        assertThat(loads.size()).isZero();
    }

    @Test
    void aSlowLoadHoldsUpNoOtherKey() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Future<Lease<Model>> slow = callers.submit(() -> loads.lease("slow", () -> {
            loading.countDown();
            await(finish);
            return load();
        }));
        loading.await();

        loads.lease("quick", this::load).close();
        assertThat(slow.isDone()).isFalse();

        finish.countDown();
        slow.get().close();
        assertThat(open).hasValue(0);
    }

    @Test
    void aFailureToCloseIsTold() {
        SharedLoads<String, AutoCloseable> stubborn = new SharedLoads<>();
        Exception failure = new Exception("in use");
        Lease<AutoCloseable> lease = stubborn.lease("a", () -> () -> {
            throw failure;
        });

        assertThatIllegalStateException().isThrownBy(lease::close).withCause(failure);
        assertThat(stubborn.size()).isZero();
    }

    private Model load() {
        loaded.incrementAndGet();
        open.incrementAndGet();
        return new Model(open);
    }

    private List<Future<Lease<Model>>> askAtOnce(Supplier<Model> load) {
        CountDownLatch all = new CountDownLatch(CALLERS);
        List<Future<Lease<Model>>> asked = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            asked.add(callers.submit(() -> {
                all.countDown();
                all.await();
                return loads.lease("a", load);
            }));
        }
        return asked;
    }

    /** Until as many have joined: only a load that all of them wait for shows that it fails all of them. */
    private void awaitUsers(int expected) {
        while (loads.users("a") < expected) {
            Thread.onSpinWait();
        }
    }

    private static List<Lease<Model>> results(List<Future<Lease<Model>>> asked) throws Exception {
        List<Lease<Model>> leases = new ArrayList<>();
        for (Future<Lease<Model>> one : asked) {
            leases.add(one.get());
        }
        return leases;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Model(AtomicInteger open) implements AutoCloseable {
        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
