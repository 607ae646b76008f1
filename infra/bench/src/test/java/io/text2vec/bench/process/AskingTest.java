package io.text2vec.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskingTest {

    @Test
    void asksAgainUntilThereIsAVector() throws IOException {
        Iterator<Integer> statuses = List.of(503, 200, 500).iterator();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/vectors", exchange -> {
            exchange.sendResponseHeaders(statuses.next(), 2);
            exchange.getResponseBody().write("{}".getBytes());
            exchange.close();
        });
        server.start();
        try {
            Asking asking = new Asking(server.getAddress().getPort());
            assertThat(asking.once("hello")).as("not ready").isNull();
            assertThat(asking.once("hello")).isEqualTo("{}");
            assertThatThrownBy(() -> asking.once("hello")).hasMessageContaining("500");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPortWithoutListenerIsNoFailure() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(new Asking(port).once("hello")).isNull();
    }
}
