package io.text2vec.weaviate.grpc;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.text2vec.collections.work.WorkSettings;
import io.text2vec.collections.work.Workers;
import io.text2vec.weaviate.grpc.ServedDoor.Keys;
import io.text2vec.web.BodySpace;
import io.text2vec.web.access.Access;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateGrpc;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateGrpc.WeaviateStub;
import java.time.Duration;
import java.util.Optional;

/** The door of streams on a server of its own, and a client of it. */
final class ServedStreams implements AutoCloseable {
    static final int MAX_MESSAGE = 1 << 20;

    final RecordedStore store = new RecordedStore();
    final BodySpace space;
    final CallLimit limit;
    final StreamDoor door;
    final ManagedChannel channel;

    /** Why nothing is served. */
    volatile Optional<String> obstacle = Optional.empty();

    private final Vertx vertx = Vertx.vertx();
    private final Workers workers = new Workers(new WorkSettings(1, 1, 4, 10));
    private final HttpServer server;

    ServedStreams() {
        this(2 * MAX_MESSAGE, Keys.NONE, Duration.ofSeconds(30));
    }

    ServedStreams(long bodies, Keys keys, Duration drain) {
        this(bodies, keys, drain, Duration.ofMinutes(1));
    }

    /** @param patience with a message that is announced and doesn't come */
    ServedStreams(long bodies, Keys keys, Duration drain, Duration patience) {
        space = new BodySpace(bodies);
        limit = new CallLimit(3);
        Router router = Router.router(vertx);
        door = new StreamDoor(
                vertx,
                () -> obstacle,
                store,
                workers,
                new Access(keys, false),
                space,
                limit,
                patience,
                MAX_MESSAGE,
                drain);
        door.mount(router);
        server = vertx.createHttpServer(GrpcListener.options("localhost", 0))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        channel = NettyChannelBuilder.forAddress("localhost", server.actualPort())
                .usePlaintext()
                .build();
    }

    int port() {
        return server.actualPort();
    }

    OpenStream open(ClientInterceptor... by) {
        WeaviateStub stub = WeaviateGrpc.newStub(channel).withInterceptors(by);
        return new OpenStream(stub);
    }

    /** One that has started. */
    OpenStream started() {
        OpenStream stream = open();
        stream.start();
        return stream;
    }

    @Override
    public void close() {
        store.go();
        channel.shutdownNow();
        server.close().toCompletionStage().toCompletableFuture().join();
        workers.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
