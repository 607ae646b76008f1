package io.text2vec.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Asks for vectors over keep-alive connections, as fast as the answers come. It shares the cores with the server, so it
 * is made to be cheap: one thread, requests prepared beforehand, answers not parsed; what it uses is reported.
 *
 * <p>A process of its own: reads commands {@code <file> <connections> <milliseconds>} from its input and answers each
 * with a line, {@link LoadResult#toLine}.
 */
public final class LoadClient {
    private final InetSocketAddress server;

    LoadClient(int port) {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** @param arguments the server's port on the loopback interface */
    public static void main(String[] arguments) throws IOException {
        LoadClient client = new LoadClient(Integer.parseInt(arguments[0]));
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                String[] parts = command.split(" ");
                LoadResult result = client.run(
                        requests(Path.of(parts[0])), Integer.parseInt(parts[1]), Long.parseLong(parts[2]) * 1_000_000);
                System.out.println(result.toLine());
            }
        }
    }

    /** Each line of the file is a text without characters that JSON escapes. */
    static List<ByteBuffer> requests(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(LoadClient::request).toList();
    }

    private static ByteBuffer request(String text) {
        String body = "{\"text\":\"" + text + "\"}";
        byte[] bytes =
                ("POST /vectors HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /** Sends until the time is over, then waits for the answers that are still due; all of them count. */
    LoadResult run(List<ByteBuffer> requests, int connections, long nanos) throws IOException {
        Latencies latencies = new Latencies();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                connect(selector);
            }
            long cpu = LoadResult.processCpuNanos();
            long start = System.nanoTime();
            int next = 0;
            for (SelectionKey key : selector.keys()) {
                exchange(key).send(requests.get(next++ % requests.size()));
            }
            int open = connections;
            while (open > 0) {
                selector.select();
                for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
                    Exchange exchange = exchange(ready.next());
                    ready.remove();
                    if (!exchange.receive()) {
                        continue;
                    }
                    long now = System.nanoTime();
                    latencies.add(now - exchange.sentAt);
                    if (now - start < nanos) {
                        exchange.send(requests.get(next++ % requests.size()));
                    } else {
                        open--;
                    }
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuSeconds = (LoadResult.processCpuNanos() - cpu) / 1e9;
            close(selector);
            return new LoadResult(
                    latencies.count(), seconds, cpuSeconds, latencies.milliseconds(0.5), latencies.milliseconds(0.99));
        }
    }

    private void connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Exchange(channel));
    }

    private static Exchange exchange(SelectionKey key) {
        return (Exchange) key.attachment();
    }

    private static void close(Selector selector) {
        selector.keys().forEach(key -> {
            try {
                key.channel().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
