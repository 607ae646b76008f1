package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.text2vec.embedder.Embedding;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import io.text2vec.weaviate.grpc.GrpcListener;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateGrpc;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** There is no way back from a shutdown, so this has an application of its own. */
@QuarkusTest
@TestProfile(DrainTest.Alone.class)
class DrainTest {

    public static final class Alone implements QuarkusTestProfile {}

    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    @Inject
    GrpcListener listener;

    @Inject
    Event<ShutdownDelayInitiatedEvent> shutdown;

    @Test
    void whatIsUnderWayEndsAndNothingNewBegins() throws Exception {
        Http http = new Http(base);
        CompletableFuture<Embedding> vector = new CompletableFuture<>();
        CountDownLatch asked = new CountDownLatch(1);
        embedder.answer(request -> {
            asked.countDown();
            return vector;
        });
        CompletableFuture<HttpResponse<String>> underWay = http.vectorsLater("{\"text\":\"a\"}");
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        shutdown.fire(new ShutdownDelayInitiatedEvent());

        assertThat(http.get("/.well-known/live").statusCode()).isEqualTo(204);
        assertRefused(http.get("/.well-known/ready"));
        assertRefused(http.get("/meta"));
        assertRefused(http.vectors("{\"text\":\"b\"}"));
        assertCallsRefused();
        assertThat(http.get("/v1/nodes").body()).contains("\"status\":\"UNAVAILABLE\"");
        assertThat(embedder.asked()).hasSize(1);

        vector.complete(new Embedding(new float[] {1}, 1));
        assertThat(underWay.join().body()).contains("\"vector\":[1.0]");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).isEqualTo("{\"error\":\"The function is shutting down.\"}");
    }

    private void assertCallsRefused() {
        ManagedChannel channel = NettyChannelBuilder.forAddress("localhost", listener.port())
                .usePlaintext()
                .build();
        try {
            assertThatThrownBy(() -> WeaviateGrpc.newBlockingStub(channel).search(SearchRequest.getDefaultInstance()))
                    .hasMessage("UNAVAILABLE: The function is shutting down.");
            assertThat(HealthGrpc.newBlockingStub(channel)
                            .check(HealthCheckRequest.getDefaultInstance())
                            .getStatus())
                    .isEqualTo(ServingStatus.NOT_SERVING);
        } finally {
            channel.shutdownNow();
        }
    }
}
