package io.text2vec.weaviate.grpc;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.text2vec.collections.CollectionException.NotReady;
import io.text2vec.collections.work.Workers;
import io.text2vec.collections.write.Writes;
import io.text2vec.weaviate.grpc.stream.OwnStore;
import io.text2vec.weaviate.grpc.stream.StreamStore;
import io.text2vec.weaviate.grpc.stream.StreamTurns;
import io.text2vec.web.BodySpace;
import io.text2vec.web.Entrance;
import io.text2vec.web.GrpcCalls;
import io.text2vec.web.Readiness;
import io.text2vec.web.RequestMetrics;
import io.text2vec.web.access.Access;
import io.text2vec.web.access.AccessDenied;
import io.text2vec.web.access.Caller;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.grpc.server.GrpcServer;
import io.vertx.grpc.server.GrpcServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes the streams among the calls of gRPC, on whichever port they come. */
@Singleton
final class StreamDoor {
    static final String PATH = GrpcPaths.WEAVIATE + "BatchStream";

    /** Before the door of all other calls. */
    private static final int EARLY = 1;

    private static final long A_MOMENT_MILLIS = 50;

    /** After a client was told to come again: how long it may take to send what was on its way, and to close its side. */
    private static final long LAST_WORDS_MILLIS = 3_000;

    /** Of the time to drain, how much a stream may have; what is left then is broken off in the rest. */
    private static final double SHARE_OF_DRAIN = 0.9;

    /** With a message of which nothing comes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Supplier<Optional<String>> obstacle;
    private final Access access;
    private final CallLimit limit;
    private final Duration drain;
    private final Streams streams;

    @Inject
    StreamDoor(
            Vertx vertx,
            Writes writes,
            Workers workers,
            Access access,
            BodySpace bodies,
            CallLimit limit,
            GrpcConfig config,
            Readiness readiness,
            @ConfigProperty(name = "quarkus.shutdown.timeout") Duration drain) {
        this(
                vertx,
                readiness::obstacle,
                new OwnStore(writes),
                workers,
                access,
                bodies,
                limit,
                PATIENCE,
                config.maxMessageSize(),
                drain);
    }

    /** @param obstacle why nothing is served now, if so */
    StreamDoor(
            Vertx vertx,
            Supplier<Optional<String>> obstacle,
            StreamStore store,
            Workers workers,
            Access access,
            BodySpace bodies,
            CallLimit limit,
            Duration patience,
            int maxMessageSize,
            Duration drain) {
        this.vertx = vertx;
        this.obstacle = obstacle;
        this.access = access;
        this.limit = limit;
        this.drain = drain;
        Consumer<Runnable> later = work -> vertx.setTimer(A_MOMENT_MILLIS, now -> work.run());
        // Half of the threads: whoever imports without a stream finds one.
        StreamTurns turns = new StreamTurns(workers, Math.max(1, workers.writesAtOnce() / 2), later);
        streams = new Streams(store, turns, new StreamSpace(bodies, later), limit, patience, maxMessageSize);
    }

    void mount(@Observes @Priority(EARLY) Router router) {
        router.route(PATH).order(Entrance.DOORS).handler(exchange -> {
            if (GrpcCalls.isOne(exchange.request())) {
                take(exchange);
            } else {
                exchange.next();
            }
        });
    }

    private void take(RoutingContext exchange) {
        RequestMetrics.at(exchange, PATH);
        GrpcServer.server(exchange.vertx())
                .callHandler(call -> begin(exchange, call))
                .handle(new HeadOnly(exchange.request()));
    }

    /**
     * Items that come before everything is open would fail one by one, for good: a client that was told to come again is
     * back before that.
     */
    private void begin(RoutingContext exchange, GrpcServerRequest<Buffer, Buffer> call) {
        Optional<String> forbidden;
        try {
            obstacle.get().ifPresent(why -> {
                throw new NotReady(why);
            });
            forbidden = forbidden(access.identify(exchange.request().getHeader("authorization")));
            limit.enter();
        } catch (AccessDenied | CallRefused | NotReady refused) {
            CallAnswers.fail(exchange, call.response(), refused);
            return;
        }
        StreamCall.take(exchange, call, streams, forbidden);
    }

    /** Why a known caller may not write: his items are told so, one by one. */
    private Optional<String> forbidden(Caller caller) {
        try {
            access.requireWrite(caller);
            return Optional.empty();
        } catch (AccessDenied denied) {
            return Optional.of(denied.getMessage());
        }
    }

    void drain(@Observes ShutdownDelayInitiatedEvent shutdown) {
        streams.comeAgain();
        long last = (long) (drain.toMillis() * SHARE_OF_DRAIN);
        vertx.setPeriodic(LAST_WORDS_MILLIS, now -> streams.endIdle());
        vertx.setTimer(Math.max(1, last), now -> streams.cut());
    }
}
