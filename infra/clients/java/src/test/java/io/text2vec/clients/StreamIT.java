package io.text2vec.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.text2vec.vectors.PackagedApp;
import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import io.weaviate.client6.v1.api.collections.Property;
import io.weaviate.client6.v1.api.collections.VectorConfig;
import io.weaviate.client6.v1.api.collections.Vectors;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.batch.BatchContext;
import io.weaviate.client6.v1.api.collections.batch.RetryPolicy;
import io.weaviate.client6.v1.api.collections.batch.TaskHandle;
import io.weaviate.client6.v1.api.collections.query.Metadata;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Server-side batching: what a Java program does that imports by a stream. */
@Timeout(120)
class StreamIT {
    private static LocalApp app;
    private static WeaviateClient client;

    @BeforeAll
    static void connect() throws Exception {
        app = LocalApp.start();
        client = app.connect();
    }

    @AfterAll
    static void end() throws Exception {
        client.close();
        app.close();
    }

    @BeforeEach
    void noFilm() throws Exception {
        client.collections.delete("Film");
    }

    private static CollectionHandle<Map<String, Object>> films(WeaviateClient by) throws Exception {
        return by.collections.create(
                "Film", film -> film.vectorConfig(VectorConfig.selfProvided()).properties(Property.text("title")));
    }

    private static String id(int i) {
        return new UUID(3, i).toString();
    }

    private static WeaviateObject<Map<String, Object>> film(int i, Object title, float... vector) {
        return WeaviateObject.of(
                film -> film.uuid(id(i)).properties(Map.of("title", title)).vectors(Vectors.of(vector)));
    }

    private static WeaviateObject<Map<String, Object>> film(int i) {
        return film(i, "film " + i, i % 7, 1, i);
    }

    private static List<TaskHandle> add(BatchContext<Map<String, Object>> batch, int from, int to) throws Exception {
        List<TaskHandle> tasks = new ArrayList<>();
        for (int i = from; i < to; i++) {
            tasks.add(batch.add(film(i)));
        }
        return tasks;
    }

    @Test
    void aStreamStoresEveryObject() throws Exception {
        CollectionHandle<Map<String, Object>> films = films(client);
        List<TaskHandle> tasks;
        try (var batch = films.batch.start()) {
            tasks = add(batch, 0, 2345);
        }
        assertThat(tasks).allSatisfy(task -> assertThat(task.done()).isCompleted());
        assertThat(films.size()).isEqualTo(2345);
    }

    @Test
    void smallBatchesAreStoredToo() throws Exception {
        CollectionHandle<Map<String, Object>> films = films(client);
        try (var batch = films.batch.start(options -> options.batchSize(10).queueSize(10))) {
            add(batch, 0, 205);
        }
        assertThat(films.size()).isEqualTo(205);
    }

    @Test
    void whatWasStreamedIsFoundByTheNextQuery() throws Exception {
        CollectionHandle<Map<String, Object>> films = films(client);
        try (var batch = films.batch.start()) {
            add(batch, 0, 50);
        }
        assertThat(films.query
                        .nearVector(new float[] {20 % 7, 1, 20}, query -> query.limit(1))
                        .objects()
                        .getFirst()
                        .properties())
                .containsEntry("title", "film 20");
    }

    @Test
    void vectorsAreMadeForObjectsThatBringNone() throws Exception {
        CollectionHandle<Map<String, Object>> films =
                client.collections.create("Film", film -> film.vectorConfig(VectorConfig.text2vecTransformers())
                        .properties(Property.text("title")));
        List<String> titles = List.of("a shark at the beach", "a family at Christmas", "a ship in space");
        try (var batch = films.batch.start()) {
            for (int i = 0; i < 120; i++) {
                String title = titles.get(i % 3);
                batch.add(WeaviateObject.of(film -> film.properties(Map.of("title", title))));
            }
        }
        assertThat(films.query
                        .nearText("a dangerous fish", query -> query.limit(1).returnMetadata(Metadata.DISTANCE))
                        .objects()
                        .getFirst()
                        .properties())
                .containsEntry("title", "a shark at the beach");
    }

    @Test
    void anObjectThatFailsFailsNoOther() throws Exception {
        CollectionHandle<Map<String, Object>> films = films(client);
        TaskHandle wrong;
        TaskHandle good;
        try (var batch = films.batch.start()) {
            add(batch, 0, 100);
            wrong = batch.add(film(1000, 7, 1, 2, 3));
            good = batch.add(film(1001));
        }
        assertThat(good.done()).isCompleted();
        assertThatThrownBy(wrong.done()::join)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("title");
        assertThat(films.size()).isEqualTo(101);
    }

    @Test
    void anObjectThatFailsIsTriedAgainWhereTheProgramWantsThat() throws Exception {
        CollectionHandle<Map<String, Object>> films = films(client);
        TaskHandle wrong;
        try (var batch = films.batch.start(options -> options.retryPolicy(new RetryPolicy(2)))) {
            add(batch, 0, 10);
            wrong = batch.add(film(1000, 7, 1, 2, 3));
        }
        assertThat(wrong.timesRetried()).isEqualTo(2);
        assertThat(films.size()).isEqualTo(10);
    }

    @Test
    void anObjectThatIsSentAgainTakesThePlaceOfTheFirst() throws Exception {
        CollectionHandle<Map<String, Object>> films = films(client);
        try (var batch = films.batch.start()) {
            add(batch, 0, 100);
        }
        try (var batch = films.batch.start()) {
            for (int i = 0; i < 100; i++) {
                batch.add(film(i, "other " + i, 1, 2, 3));
            }
        }
        assertThat(films.size()).isEqualTo(100);
        assertThat(films.query.fetchObjectById(id(5)).orElseThrow().properties())
                .containsEntry("title", "other 5");
    }

    @Test
    void aStreamWithoutAnObjectEnds() throws Exception {
        CollectionHandle<Map<String, Object>> films = films(client);
        films.batch.start().close();
        assertThat(films.size()).isZero();
    }

    @Test
    void severalStreamsAtOnceLoseNothing() throws Exception {
        CollectionHandle<Map<String, Object>> films = films(client);
        List<Thread> threads = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            int from = part * 500;
            threads.add(Thread.ofPlatform().start(() -> {
                try (var batch = films.batch.start()) {
                    add(batch, from, from + 500);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(films.size()).isEqualTo(1500);
    }

    @Test
    void aStreamOutlivesTheEndOfTheServer(@TempDir Path data) throws Exception {
        assumeTrue(System.getenv("HTTP_PORT") == null, "ends and starts a server of its own, not the one given");
        Map<String, String> environment = Map.of(
                "PORT",
                Integer.toString(freePort()),
                "GRPC_PORT",
                Integer.toString(freePort()),
                "PERSISTENCE_DATA_PATH",
                data.toString());
        PackagedApp first = start(environment);
        WeaviateClient own =
                WeaviateClient.connectToLocal(local -> local.port(Integer.parseInt(environment.get("PORT")))
                        .grpcPort(Integer.parseInt(environment.get("GRPC_PORT"))));
        try {
            CollectionHandle<Map<String, Object>> films = films(own);
            PackagedApp second;
            List<TaskHandle> tasks = new ArrayList<>();
            try (var batch = films.batch.start(options -> options.batchSize(100).maxReconnectRetries(6))) {
                tasks.addAll(add(batch, 0, 1500));
                first.terminate();
                first.process().onExit().join();
                second = start(environment);
                tasks.addAll(add(batch, 1500, 3000));
            }
            assertThat(tasks).allSatisfy(task -> assertThat(task.done()).isCompleted());
            assertThat(films.size()).isEqualTo(3000);
            second.close();
            second.process().onExit().join();
        } finally {
            own.close();
        }
    }

    private static PackagedApp start(Map<String, String> environment) throws Exception {
        PackagedApp app = PackagedApp.start(
                Path.of(System.getProperty("text2vec.root"), "functions", "local", "target", "quarkus-app"),
                environment);
        app.client();
        return app;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
