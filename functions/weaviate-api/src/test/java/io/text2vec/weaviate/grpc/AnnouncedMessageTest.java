package io.text2vec.weaviate.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.weaviate.grpc.ServedDoor.Keys;
import io.text2vec.weaviate.grpc.stream.StreamItems;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message of a stream whose length has come, and has its memory, and that itself doesn't come. */
class AnnouncedMessageTest {
    private static final int PREFIX = 5;
    private static final int BODIES = 2_000;
    private static final String DEADLINE_EXCEEDED = "4";

    private final ServedStreams served =
            new ServedStreams(BODIES, Keys.NONE, Duration.ofSeconds(30), Duration.ofMillis(50));
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        await(vertx.close());
        served.close();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static Buffer message(BatchStreamRequest message, int bytes) {
        byte[] all = message.toByteArray();
        return Buffer.buffer().appendByte((byte) 0).appendInt(all.length).appendBytes(all, 0, bytes);
    }

    @Test
    void endsItsStreamAndKeepsNoMemory() {
        BatchStreamRequest large =
                StreamItems.data(Collections.nCopies(20, StreamItems.object("a".repeat(30))), List.of());
        assertThat(PREFIX + large.getSerializedSize()).isBetween(600, BODIES / 2);
        HttpClientRequest request = await(vertx.createHttpClient(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false))
                .request(HttpMethod.POST, served.port(), "localhost", StreamDoor.PATH));
        request.putHeader("content-type", "application/grpc")
                .putHeader("te", "trailers")
                .setChunked(true);
        request.write(message(StreamItems.start(), StreamItems.start().getSerializedSize()));
        request.write(message(large, 100));

        HttpClientResponse answer = await(request.response());
        await(answer.end());
        assertThat(answer.getTrailer("grpc-status")).isEqualTo(DEADLINE_EXCEEDED);
        assertThat(answer.getTrailer("grpc-message")).contains("announced");
        assertThat(served.space.take(BODIES)).isTrue();
    }
}
