package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.vectors.Http;
import io.text2vec.weaviate.grpc.GrpcListener;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateGrpc;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply.Results;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Streams into the embedded engine, on gRPC's own port and on the one for everything. */
@QuarkusTest
class BatchStreamTest {
    private static final int OBJECTS = 700;

    @TestHTTPResource
    URI base;

    @Inject
    GrpcListener listener;

    @Test
    void importsOnItsOwnPort() throws Exception {
        assertStreamed(listener.port(), "StreamedOwn");
    }

    @Test
    void importsOnThePortForEverything() throws Exception {
        assertStreamed(base.getPort(), "StreamedEverything");
    }

    private void assertStreamed(int port, String collection) throws Exception {
        List<BatchStreamReply> replies = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> end = new CompletableFuture<>();
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
        try {
            StreamObserver<BatchStreamRequest> stream =
                    WeaviateGrpc.newStub(channel).batchStream(told(replies, end));
            stream.onNext(BatchStreamRequest.newBuilder()
                    .setStart(BatchStreamRequest.Start.getDefaultInstance())
                    .build());
            for (int from = 0; from < OBJECTS; from += 100) {
                stream.onNext(data(collection, from, from + 100));
            }
            stream.onNext(data(collection.toLowerCase(java.util.Locale.ROOT) + "!", OBJECTS, OBJECTS + 1));
            stream.onNext(BatchStreamRequest.newBuilder()
                    .setStop(BatchStreamRequest.Stop.getDefaultInstance())
                    .build());
            stream.onCompleted();
            end.get(60, TimeUnit.SECONDS);

            assertThat(replies.stream()
                            .flatMap(reply -> reply.getResults().getSuccessesList().stream())
                            .map(Results.Success::getUuid))
                    .containsExactlyInAnyOrderElementsOf(ids(0, OBJECTS));
            assertThat(replies.stream()
                            .flatMap(reply -> reply.getResults().getErrorsList().stream())
                            .map(Results.Error::getUuid))
                    .containsExactlyElementsOf(ids(OBJECTS, OBJECTS + 1));
            assertThat(replies.stream().flatMap(reply -> reply.getAcks().getUuidsList().stream()))
                    .containsExactlyElementsOf(ids(0, OBJECTS + 1));
            assertThat(WeaviateGrpc.newBlockingStub(channel)
                            .aggregate(AggregateRequest.newBuilder()
                                    .setCollection(collection)
                                    .setObjectsCount(true)
                                    .build())
                            .getSingleResult()
                            .getObjectsCount())
                    .isEqualTo(OBJECTS);
        } finally {
            channel.shutdownNow();
        }
        assertThat(new Http(base).get("/q/metrics").body())
                .contains("text2vec_requests_seconds_count{door=\"/weaviate.v1.Weaviate/BatchStream\",status=\"OK\"}");
    }

    private static StreamObserver<BatchStreamReply> told(List<BatchStreamReply> replies, CompletableFuture<Void> end) {
        return new StreamObserver<>() {
            @Override
            public void onNext(BatchStreamReply reply) {
                replies.add(reply);
            }

            @Override
            public void onError(Throwable failure) {
                end.completeExceptionally(failure);
            }

            @Override
            public void onCompleted() {
                end.complete(null);
            }
        };
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new UUID(2, i).toString())
                .toList();
    }

    private static BatchStreamRequest data(String collection, int from, int to) {
        BatchStreamRequest.Data.Objects.Builder objects = BatchStreamRequest.Data.Objects.newBuilder();
        for (String id : ids(from, to)) {
            objects.addValues(BatchObject.newBuilder()
                    .setCollection(collection)
                    .setUuid(id)
                    .setProperties(BatchObject.Properties.newBuilder()
                            .setNonRefProperties(Struct.newBuilder()
                                    .putFields(
                                            "text",
                                            Value.newBuilder()
                                                    .setStringValue("text of " + id)
                                                    .build()))));
        }
        return BatchStreamRequest.newBuilder()
                .setData(BatchStreamRequest.Data.newBuilder().setObjects(objects))
                .build();
    }
}
