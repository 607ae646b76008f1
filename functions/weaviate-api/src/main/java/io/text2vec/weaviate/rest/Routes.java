package io.text2vec.weaviate.rest;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.work.Workers;
import io.text2vec.web.Answer;
import io.text2vec.web.Body;
import io.text2vec.web.Entrance;
import io.text2vec.web.Failure;
import io.text2vec.web.JsonTree;
import io.text2vec.web.Refusal;
import io.text2vec.web.RequestMetrics;
import io.text2vec.web.access.Access;
import io.text2vec.web.access.Caller;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Mounts doors: each is a plain blocking function that runs on a worker once its caller is known and its body read. */
@Singleton
final class Routes {
    private static final String JSON = "application/json";

    private final Access access;
    private final Body body;
    private final Workers workers;

    Routes(Access access, Body body, Workers workers) {
        this.access = access;
        this.body = body;
        this.workers = workers;
    }

    /** What a door makes of a call; throws a {@link CollectionException} or a {@link Refusal}. */
    @FunctionalInterface
    interface Door {
        Reply answer(Call call);
    }

    /** Who may come in, and on whose threads the door works. */
    enum Right {
        /** Everybody, on the event loop: for doors that wait for nothing. */
        OPEN,
        /** Whoever is known, on the event loop: for doors that wait for nothing. */
        KNOWN,
        READ,
        WRITE
    }

    /**
     * Mounts the doors of a path.
     *
     * @param path parameters with a colon
     * @param doors by method; others are answered with 405
     */
    void mount(Router router, String path, Right right, Map<HttpMethod, Door> doors) {
        doors.forEach((method, door) -> router.route(method, path)
                .order(Entrance.DOORS)
                .handler(exchange -> enter(exchange, path, right, door)));
    }

    /** To be called after the doors of a path, whatever their rights. */
    void refuseOthers(Router router, String path, HttpMethod... allowed) {
        String list = String.join(
                ", ", Arrays.stream(allowed).map(HttpMethod::name).sorted().toList());
        router.route(path).order(Entrance.DOORS).handler(exchange -> {
            RequestMetrics.at(exchange, path);
            throw new Refusal(new Failure(405, "This path takes " + list + ".", Map.of("Allow", list)));
        });
    }

    private void enter(RoutingContext exchange, String path, Right right, Door door) {
        RequestMetrics.at(exchange, path);
        if (right != Right.OPEN) {
            Caller caller = access.identify(exchange.request().getHeader("Authorization"));
            if (right == Right.READ) {
                access.requireRead(caller);
            } else if (right == Right.WRITE) {
                access.requireWrite(caller);
            }
        }
        body.read(exchange, (same, read) -> answer(same, right, door, read));
    }

    private void answer(RoutingContext exchange, Right right, Door door, Buffer read) {
        Call call = new Call(
                exchange.request().scheme() + "://" + exchange.request().authority(),
                exchange.pathParams(),
                exchange.queryParams(),
                read.getBytes());
        Answer.after(exchange, work(right, () -> answer(door, call)), reply -> write(exchange, reply));
    }

    private static Reply answer(Door door, Call call) {
        try {
            return door.answer(call);
        } catch (CollectionException.NotFound notThere) {
            return Reply.notThere();
        }
    }

    private CompletableFuture<Reply> work(Right right, Supplier<Reply> work) {
        return switch (right) {
            case OPEN, KNOWN -> CompletableFuture.completedFuture(work.get());
            case READ -> workers.read(work);
            case WRITE -> workers.write(work);
        };
    }

    private static void write(RoutingContext exchange, Reply reply) {
        exchange.response().setStatusCode(reply.status());
        if (reply.body().isEmpty()) {
            exchange.response().end();
            return;
        }
        StringBuilder out = JsonTree.write(new StringBuilder(), reply.body().get());
        exchange.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(Buffer.buffer(out.toString()));
    }
}
