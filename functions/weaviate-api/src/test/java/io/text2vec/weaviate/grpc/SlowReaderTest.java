package io.text2vec.weaviate.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.weaviate.grpc.ServedDoor.Keys;
import io.text2vec.weaviate.grpc.ServedDoor.Setup;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateGrpc;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers in memory for two of them and a half. */
class SlowReaderTest {
    private static final int ANSWER = ServedDoor.MAX_MESSAGE / 2;
    private static final int FLOW_WINDOW = 65_535;
    private static final long SECONDS = 20;
    private static final SearchRequest FETCH =
            SearchRequest.newBuilder().setCollection("Film").build();

    private final ServedDoor door = new ServedDoor(new Setup(10, 5 * ANSWER / 2, Keys.NONE));
    private final ManagedChannel channel = NettyChannelBuilder.forAddress("localhost", door.port())
            .usePlaintext()
            .flowControlWindow(FLOW_WINDOW)
            .build();

    @BeforeEach
    void answerALot() {
        StoredObject large = new StoredObject(
                new UUID(1, 2), 1, 1, Map.of("text", new Value.Text("x".repeat(ANSWER - 1000))), Map.of());
        door.reads.answer = request -> new SearchResult(
                List.of(new Hit(large, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty())), List.of());
    }

    @AfterEach
    void close() {
        channel.shutdownNow();
        door.close();
    }

    @Test
    void answersThatNobodyReadsTakeNoMoreMemoryThanThereIsAndOnesThatAreReadGiveItBack() throws Exception {
        SlowCall first = new SlowCall();
        SlowCall second = new SlowCall();
        first.begun.get(SECONDS, TimeUnit.SECONDS);
        second.begun.get(SECONDS, TimeUnit.SECONDS);

        assertThatThrownBy(() -> search())
                .satisfies(refused ->
                        assertThat(Status.fromThrowable(refused).getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED));

        assertThat(first.read().getResultsCount()).isOne();
        assertThat(search().getResultsCount()).isOne();
        assertThat(second.read().getResultsCount()).isOne();
    }

    @Test
    void anAnswerWhoseReaderHasGoneGivesItsMemoryBack() throws Exception {
        SlowCall first = new SlowCall();
        SlowCall second = new SlowCall();
        first.begun.get(SECONDS, TimeUnit.SECONDS);
        second.begun.get(SECONDS, TimeUnit.SECONDS);

        first.call.cancel("has seen enough", null);

        assertThat(eventually()).isOne();
    }

    /** The door learns of the cancellation a little later than it was sent. */
    private int eventually() {
        while (true) {
            try {
                return search().getResultsCount();
            } catch (StatusRuntimeException refused) {
                assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            }
        }
    }

    private SearchReply search() {
        return door.client().search(FETCH);
    }

    /** A call whose client takes the headers and waits. */
    private final class SlowCall {
        final CompletableFuture<Void> begun = new CompletableFuture<>();
        final CompletableFuture<SearchReply> reply = new CompletableFuture<>();
        final ClientCall<SearchRequest, SearchReply> call =
                channel.newCall(WeaviateGrpc.getSearchMethod(), CallOptions.DEFAULT);

        SlowCall() {
            call.start(
                    new ClientCall.Listener<>() {
                        @Override
                        public void onHeaders(Metadata headers) {
                            begun.complete(null);
                        }

                        @Override
                        public void onMessage(SearchReply message) {
                            reply.complete(message);
                        }
                    },
                    new Metadata());
            call.sendMessage(FETCH);
            call.halfClose();
        }

        SearchReply read() throws Exception {
            call.request(2);
            return reply.get(SECONDS, TimeUnit.SECONDS);
        }
    }
}
