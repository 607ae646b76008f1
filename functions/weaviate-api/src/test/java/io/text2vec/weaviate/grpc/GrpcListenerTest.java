package io.text2vec.weaviate.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcListenerTest {
    private final Vertx vertx = Vertx.vertx();

    private record Settings(boolean listen, int port) implements GrpcConfig {
        @Override
        public int maxMessageSize() {
            return 1;
        }

        @Override
        public int calls() {
            return 1;
        }
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aPortThatIsTakenEndsTheStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            GrpcListener listener = listener(new Settings(true, taken.getLocalPort()));
            assertThatThrownBy(() -> listener.listen(null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("GRPC_PORT " + taken.getLocalPort() + " of 0.0.0.0 can't be listened on: ")
                    .hasMessageEndingWith("Free it, or set GRPC_PORT to another one, 0 for any.");
        }
    }

    @Test
    void listensOnAFreePortOnlyWhereItShall() throws Exception {
        GrpcListener silent = listener(new Settings(false, 0));
        silent.listen(null);
        assertThat(silent.port()).isEqualTo(-1);
        GrpcListener listening = listener(new Settings(true, 0));
        listening.listen(null);
        assertThat(listening.port()).isPositive();
        listening.close(null);
    }

    private GrpcListener listener(Settings settings) {
        return new GrpcListener(vertx, settings, new CallLimit(1), "0.0.0.0", Duration.ofSeconds(1));
    }
}
