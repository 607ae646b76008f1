package io.text2vec.weaviate.grpc;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.text2vec.collections.work.WorkSettings;
import io.text2vec.collections.work.Workers;
import io.text2vec.web.BodySpace;
import io.text2vec.web.access.Access;
import io.text2vec.web.access.AccessConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateGrpc;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The door on a server of its own, as the listener makes it, and a client of it. */
final class ServedDoor implements AutoCloseable {
    static final int MAX_MESSAGE = 1 << 20;

    final RecordedReads reads = new RecordedReads();
    final RecordedWrites writes = new RecordedWrites();
    final BodySpace space;
    final CallLimit limit;
    final ManagedChannel channel;
    volatile boolean serving = true;

    private final Vertx vertx = Vertx.vertx();
    private final Workers workers = new Workers(new WorkSettings(2, 10, 2, 10));
    private final HttpServer server;

    /** What a test may choose. */
    record Setup(int calls, long space, Keys keys) {
        static final Setup PLAIN = new Setup(10, 2 * MAX_MESSAGE, Keys.NONE);
    }

    record Keys(Optional<String> apiKey, Optional<String> keys, Optional<String> users, Optional<String> readers)
            implements AccessConfig {
        static final Keys NONE = new Keys(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        @Override
        public Optional<String> anonymous() {
            return Optional.empty();
        }

        @Override
        public Optional<String> adminList() {
            return readers.map(some -> "true");
        }

        @Override
        public Optional<String> admins() {
            return Optional.empty();
        }
    }

    ServedDoor() {
        this(Setup.PLAIN);
    }

    ServedDoor(Setup setup) {
        space = new BodySpace(setup.space());
        limit = new CallLimit(setup.calls());
        Router router = Router.router(vertx);
        new GrpcDoor(
                        reads,
                        writes,
                        new RecordedTenants(),
                        workers,
                        new Access(setup.keys(), false),
                        space,
                        new HealthAnswer(() -> serving),
                        limit,
                        MAX_MESSAGE)
                .mount(router);
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

    WeaviateGrpc.WeaviateBlockingStub client() {
        return WeaviateGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.close().toCompletionStage().toCompletableFuture().join();
        workers.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
