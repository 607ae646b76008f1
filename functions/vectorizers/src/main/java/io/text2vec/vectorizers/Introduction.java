package io.text2vec.vectorizers;

import io.text2vec.embedder.EmbedRequest;
import io.text2vec.web.JsonBody.Reading;
import io.text2vec.web.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Finds out who is at an address: once for all callers, again after a while, and again when a call has failed, since
 * another one may have taken its place.
 */
final class Introduction {
    /** How long what was found is taken for true, in nanoseconds. */
    private static final long FRESH = 10_000_000_000L;

    private static final int META = 1 << 20;

    private final Address address;
    private final Attempts attempts;
    private final LongSupplier clock;
    private CompletableFuture<Peer> asked;
    private Peer found;
    private long foundAt;

    /** @param clock nanoseconds */
    Introduction(Address address, Attempts attempts, LongSupplier clock) {
        this.address = address;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Who is there, if that is known. */
    synchronized Optional<Peer> known() {
        return fresh() ? Optional.of(found) : Optional.empty();
    }

    /** Who was there when that was last found out. */
    synchronized Optional<Peer> last() {
        return Optional.ofNullable(found);
    }

    synchronized void forget() {
        foundAt = clock.getAsLong() - FRESH;
    }

    private boolean fresh() {
        return found != null && clock.getAsLong() - foundAt < FRESH;
    }

    /** Who is there; asked only where that is not known. Cancelling withdraws nothing from others. */
    CompletableFuture<Peer> peer() {
        CompletableFuture<Peer> mine;
        synchronized (this) {
            if (fresh()) {
                return CompletableFuture.completedFuture(found);
            }
            if (asked != null) {
                return asked.copy();
            }
            mine = new CompletableFuture<>();
            asked = mine;
        }
        ask().whenComplete((peer, failed) -> {
            synchronized (this) {
                asked = null;
                if (failed == null) {
                    found = peer;
                    foundAt = clock.getAsLong();
                }
            }
            Futures.pass(peer, failed, mine);
        });
        return mine.copy();
    }

    private CompletableFuture<Peer> ask() {
        return attempts.ask(address, Request.get("/meta", META)).thenCompose(reply -> {
            Optional<Map<String, Object>> meta = reply.good() ? object(reply.body()) : Optional.empty();
            return meta.map(told -> CompletableFuture.completedFuture(Peer.of(told)))
                    .orElseGet(this::askLength);
        });
    }

    private static Optional<Map<String, Object>> object(byte[] body) {
        Reading<Object> reading = JsonTree::read;
        try {
            return Optional.of(fields(Answers.read(body, reading)));
        } catch (Dialect.Unreadable noObject) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> fields(Object tree) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Map<?, ?>) tree).forEach((name, value) -> fields.put(name.toString(), value));
        return fields;
    }

    private CompletableFuture<Peer> askLength() {
        Dialect dialect = new ReferenceDialect();
        return attempts.ask(address, dialect.request(List.of(EmbedRequest.passage("length"))))
                .thenApply(reply -> {
                    if (!reply.good()) {
                        throw Verdict.of(address, reply);
                    }
                    try {
                        return Peer.of(dialect.read(reply.body(), 1).getFirst().length);
                    } catch (Dialect.Unreadable senseless) {
                        throw Verdict.senseless(address, "a vector");
                    }
                });
    }
}
