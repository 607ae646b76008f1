package io.text2vec.vectorizers;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks again where that may help, a bounded number of times and for a bounded time.
 *
 * @param most attempts
 * @param pause after the first attempt; each further one is twice as long, and each is a random half shorter
 * @param longest pause that a vectorizer may ask for and still be asked again
 * @param time for all attempts together; none is begun after it
 */
record Attempts(Vertx vertx, Exchange exchange, int most, Duration pause, Duration longest, Duration time) {

    /**
     * Asks.
     *
     * @return an answer that is a success, or that status 404, 405 or 501 with which a server says that it has no such
     *     thing; else why there is none, as whoever wanted vectors is told
     */
    CompletableFuture<Reply> ask(Address address, Request request) {
        Run run = new Run(address, request, System.nanoTime());
        run.attempt(1);
        return run.result;
    }

    private final class Run {
        private final Address address;
        private final Request request;
        private final long begun;
        private final CompletableFuture<Reply> result = new CompletableFuture<>();

        private Run(Address address, Request request, long begun) {
            this.address = address;
            this.request = request;
            this.begun = begun;
        }

        private void attempt(int number) {
            if (result.isDone()) { // cancelled in a pause
                return;
            }
            CompletableFuture<Reply> coming = exchange.ask(address, request);
            result.whenComplete((done, failed) -> coming.cancel(false));
            coming.whenComplete((reply, failed) -> {
                if (failed == null) {
                    judge(reply, number);
                } else if (failed instanceof NoReply none && none.again() && mayTry(number, Duration.ZERO)) {
                    later(number, Duration.ZERO);
                } else {
                    result.completeExceptionally(failed instanceof NoReply none ? none.meaning() : failed);
                }
            });
        }

        private void judge(Reply reply, int number) {
            boolean absent = reply.status() == 404 || reply.status() == 405 || reply.status() == 501;
            if (reply.good() || absent) {
                result.complete(reply);
            } else if (Verdict.again(reply) && mayTry(number, Verdict.wait(reply))) {
                later(number, Verdict.wait(reply));
            } else {
                result.completeExceptionally(Verdict.of(address, reply));
            }
        }

        private boolean mayTry(int number, Duration asked) {
            long left = time.toNanos() - (System.nanoTime() - begun);
            return number < most && asked.compareTo(longest) <= 0 && asked.toNanos() < left;
        }

        private void later(int number, Duration asked) {
            long own = pause.toMillis() << number - 1;
            long millis = Math.max(
                    asked.toMillis(), own / 2 + ThreadLocalRandom.current().nextLong(own / 2 + 1));
            vertx.setTimer(Math.max(1, millis), now -> attempt(number + 1));
        }
    }
}
