package io.text2vec.cluster.client;

import io.text2vec.web.trace.Trace;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tries again what failed before it was done, a little later each time and never all at the same moment. */
final class Repeats {
    private static final int TRIES = 4;
    private static final long FIRST_WAIT_MILLIS = 50;
    private static final int FACTOR = 3;

    private final Vertx vertx;

    Repeats(Vertx vertx) {
        this.vertx = vertx;
    }

    /** @param again whether a failure is one after which trying again is safe and may help */
    <T> Future<T> of(Supplier<Future<T>> attempt, Predicate<Throwable> again) {
        return of(Trace.carried(attempt), again, TRIES - 1, FIRST_WAIT_MILLIS);
    }

    private <T> Future<T> of(Supplier<Future<T>> attempt, Predicate<Throwable> again, int left, long wait) {
        return attempt.get().recover(failure -> {
            if (left == 0 || !again.test(failure)) {
                return Future.failedFuture(failure);
            }
            Promise<Void> waited = Promise.promise();
            vertx.setTimer(wait + ThreadLocalRandom.current().nextLong(wait), timer -> waited.complete());
            return waited.future().compose(now -> of(attempt, again, left - 1, wait * FACTOR));
        });
    }
}
