package io.text2vec.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Asks for vectors over keep-alive connections, as fast as the answers come. It shares the cores with the server, so it
 * is made to be cheap: one thread, requests prepared beforehand, answers not parsed; what it uses is reported.
 *
 * <p>A process of its own: reads commands {@code <file> <connections> <milliseconds> [<requests a second>]} from its input and answers each
 * with a line, {@link LoadResult#toLine}.
 */
public final class LoadClient {
    private final Target server;

    LoadClient(Target server) {
        this.server = server;
    }

    /** @param arguments the URL of the server, see {@link Target#parse} */
    public static void main(String[] arguments) throws IOException {
        LoadClient client = new LoadClient(Target.parse(arguments[0]));
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                String[] parts = command.split(" ");
                List<ByteBuffer> requests = client.requests(Path.of(parts[0]));
                int connections = Integer.parseInt(parts[1]);
                long nanos = Long.parseLong(parts[2]) * 1_000_000;
                LoadResult result = parts.length == 3
                        ? client.run(requests, connections, nanos)
                        : client.arrive(requests, connections, nanos, Double.parseDouble(parts[3]));
                System.out.println(result.toLine());
            }
        }
    }

    /** Each line of the file is a text without characters that JSON escapes. */
    List<ByteBuffer> requests(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(server::request).toList();
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
            LoadResult result = result(latencies, start, cpu);
            close(selector);
            return result;
        }
    }

    /** Sends at random moments; a request's time begins with its moment, whether a connection is free or not. */
    LoadResult arrive(List<ByteBuffer> requests, int connections, long nanos, double rate) throws IOException {
        Latencies latencies = new Latencies();
        try (Selector selector = Selector.open()) {
            Deque<Exchange> free = new ArrayDeque<>();
            for (int i = 0; i < connections; i++) {
                connect(selector);
            }
            selector.keys().forEach(key -> free.add(exchange(key)));
            long cpu = LoadResult.processCpuNanos();
            long start = System.nanoTime();
            Arrivals arrivals = new Arrivals(rate, start, nanos);
            int next = 0;
            while (!arrivals.over() || free.size() < connections) {
                while (!free.isEmpty()) {
                    long arrived = arrivals.poll(System.nanoTime());
                    if (arrived < 0) {
                        break;
                    }
                    Exchange exchange = free.poll();
                    exchange.send(requests.get(next++ % requests.size()));
                    exchange.sentAt = arrived;
                }
                // With every connection taken, only an answer lets anything go on.
                selector.select(free.isEmpty() ? 0 : arrivals.millisToNext(System.nanoTime()));
                for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
                    Exchange exchange = exchange(ready.next());
                    ready.remove();
                    if (exchange.receive()) {
                        latencies.add(System.nanoTime() - exchange.sentAt);
                        free.add(exchange);
                    }
                }
            }
            LoadResult result = result(latencies, start, cpu);
            close(selector);
            return result;
        }
    }

    /** What a phase gave that ends now. */
    private static LoadResult result(Latencies latencies, long start, long cpu) {
        return new LoadResult(
                latencies.count(),
                (System.nanoTime() - start) / 1e9,
                (LoadResult.processCpuNanos() - cpu) / 1e9,
                latencies.milliseconds(0.5),
                latencies.milliseconds(0.99));
    }

    private void connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(server.address());
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
