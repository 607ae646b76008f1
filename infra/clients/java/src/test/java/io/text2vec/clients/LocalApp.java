package io.text2vec.clients;

import io.text2vec.vectors.PackagedApp;
import io.weaviate.client6.v1.api.WeaviateClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packaged {@code local} on free ports, with a data directory of its own that is removed in the end. Where HTTP_PORT
 * and GRPC_PORT are set, whatever listens there instead.
 */
final class LocalApp implements AutoCloseable {
    private final int port;
    private final int grpcPort;
    private final Closing closing;

    private LocalApp(int port, int grpcPort, Closing closing) {
        this.port = port;
        this.grpcPort = grpcPort;
        this.closing = closing;
    }

    /** Ends what was started. */
    @FunctionalInterface
    private interface Closing {
        void close() throws IOException;
    }

    /** Returns when it says that it is ready. */
    static LocalApp start() throws IOException {
        if (System.getenv("HTTP_PORT") != null) {
            return new LocalApp(
                    Integer.parseInt(System.getenv("HTTP_PORT")),
                    Integer.parseInt(System.getenv("GRPC_PORT")),
                    () -> {});
        }
        Path data = Files.createTempDirectory("films");
        int grpcPort = freePort();
        PackagedApp process = PackagedApp.start(
                Path.of(System.getProperty("text2vec.root"), "functions", "local", "target", "quarkus-app"),
                Map.of("GRPC_PORT", Integer.toString(grpcPort), "PERSISTENCE_DATA_PATH", data.toString()));
        return new LocalApp(process.client().base().getPort(), grpcPort, () -> {
            process.close();
            process.process().onExit().join();
            delete(data);
        });
    }

    /** The client wants to know the port beforehand; somebody else could take it in between, which no test has seen. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A client with nothing but local defaults, but for the ports. */
    WeaviateClient connect() {
        return WeaviateClient.connectToLocal(local -> local.port(port).grpcPort(grpcPort));
    }

    @Override
    public void close() throws IOException {
        closing.close();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
