package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.vectors.Http;
import io.text2vec.weaviate.grpc.GrpcListener;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateGrpc;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** gRPC on its own port and on the one for everything, in the whole application. */
@QuarkusTest
class GrpcCallsTest {
    /** More than an HTTP body may have, which says nothing about a call's message. */
    private static final int LARGE = 20 << 20;

    private static final int DIMENSIONS = 4096;

    @TestHTTPResource
    URI base;

    @Inject
    GrpcListener listener;

    @Test
    void importsAndCountsOnItsOwnPort() {
        assertServed(listener.port(), "OwnPort");
    }

    @Test
    void importsAndCountsOnThePortForEverything() {
        assertServed(base.getPort(), "Everything");
    }

    private static void assertServed(int port, String collection) {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
        try {
            assertThat(HealthGrpc.newBlockingStub(channel)
                            .check(HealthCheckRequest.getDefaultInstance())
                            .getStatus())
                    .isEqualTo(ServingStatus.SERVING);
            WeaviateGrpc.WeaviateBlockingStub client = WeaviateGrpc.newBlockingStub(channel);
            BatchObjectsRequest large = batch(collection);
            assertThat(large.getSerializedSize()).isGreaterThan(LARGE);
            assertThat(client.batchObjects(large).getErrorsList()).isEmpty();
            assertThat(client.aggregate(AggregateRequest.newBuilder()
                                    .setCollection(collection)
                                    .setObjectsCount(true)
                                    .build())
                            .getSingleResult()
                            .getObjectsCount())
                    .isEqualTo(large.getObjectsCount());
            assertThatThrownBy(() -> client.search(
                            SearchRequest.newBuilder().setCollection("Nothing").build()))
                    .hasMessageStartingWith("NOT_FOUND");
        } finally {
            channel.shutdownNow();
        }
    }

    /** Few vectors and much text, which is quickly stored. */
    private static BatchObjectsRequest batch(String collection) {
        BatchObjectsRequest.Builder batch = BatchObjectsRequest.newBuilder();
        ByteString vector = ByteString.copyFrom(new byte[DIMENSIONS * Float.BYTES]);
        String text = "x ".repeat(LARGE / 8);
        for (int i = 0; i < 4; i++) {
            batch.addObjects(BatchObject.newBuilder()
                    .setCollection(collection)
                    .setUuid(new UUID(1, i).toString())
                    .addVectors(Vectors.newBuilder().setName("default").setVectorBytes(vector))
                    .setProperties(BatchObject.Properties.newBuilder()
                            .setNonRefProperties(Struct.newBuilder()
                                    .putFields(
                                            "text",
                                            Value.newBuilder()
                                                    .setStringValue(text)
                                                    .build()))));
        }
        return batch.build();
    }

    @Test
    void callsAreCountedByNameAndStatus() throws Exception {
        assertServed(listener.port(), "Counted");
        assertThat(new Http(base).get("/q/metrics").body())
                .contains("text2vec_requests_seconds_count{door=\"/weaviate.v1.Weaviate/BatchObjects\",status=\"OK\"}")
                .contains(
                        "text2vec_requests_seconds_count{door=\"/weaviate.v1.Weaviate/Search\",status=\"NOT_FOUND\"}");
    }
}
