package io.text2vec.bench;

import io.text2vec.bench.load.LoadProcess;
import io.text2vec.bench.load.LoadResult;
import io.text2vec.bench.load.Target;
import io.text2vec.bench.process.ServerProcess;
import io.text2vec.bench.report.Sample;
import io.text2vec.bench.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Other servers under the same load as one of this project's, by turns. They run already, wherever their URLs say. */
final class Peers implements Measurement {
    private final Path root;
    private final Options options;

    Peers(Path root, Options options) {
        this.root = root;
        this.options = options;
    }

    @Override
    public Map<String, Object> run(Path work) throws IOException {
        Table table = new Table(
                "server", "tokens", "connections", "texts/s", "to ours", "to ours, min - max", "p50 ms", "p99 ms");
        List<Map<String, Object>> rows = new ArrayList<>();
        List<LoadProcess> clients = new ArrayList<>();
        try (ServerProcess server = LoadedServer.start(root, options, work)) {
            List<Target> targets = new ArrayList<>(List.of(Target.local(server.port())));
            options.urls().stream().map(Target::parse).forEach(targets::add);
            for (Target target : targets) {
                clients.add(new LoadProcess(target));
            }
            for (int tokens : options.tokens()) {
                Path texts = LoadedServer.texts(work, tokens);
                for (int connections : options.connections()) {
                    List<List<LoadResult>> results = measure(clients, texts, connections);
                    for (int i = 0; i < targets.size(); i++) {
                        String name =
                                i == 0 ? options.application() : targets.get(i).url();
                        rows.add(row(table, name, tokens, connections, results.get(i), results.getFirst()));
                    }
                }
            }
        } finally {
            clients.forEach(LoadProcess::close);
        }
        System.out.printf("%nBy turns (medians of %d rounds):%n%n%s%n", options.rounds(), table);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("machine", Machine.describe());
        figures.put("servers", rows);
        return figures;
    }

    private List<List<LoadResult>> measure(List<LoadProcess> clients, Path texts, int connections) throws IOException {
        List<List<LoadResult>> results = new ArrayList<>();
        for (LoadProcess client : clients) {
            client.run(texts, connections, options.phase()); // warms up
            results.add(new ArrayList<>());
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (int i = 0; i < clients.size(); i++) {
                results.get(i).add(clients.get(i).run(texts, connections, options.phase()));
            }
        }
        return results;
    }

    private static Map<String, Object> row(
            Table table, String name, int tokens, int connections, List<LoadResult> of, List<LoadResult> ours) {
        Sample rate = Sample.of(of, LoadResult::rate);
        Sample ratio = new Sample(IntStream.range(0, of.size())
                .mapToDouble(i -> of.get(i).rate() / ours.get(i).rate())
                .toArray());
        Sample median = Sample.of(of, LoadResult::medianMillis);
        Sample p99 = Sample.of(of, LoadResult::p99Millis);
        table.row(
                name,
                Integer.toString(tokens),
                Integer.toString(connections),
                "%.1f".formatted(rate.median()),
                "%.3f".formatted(ratio.median()),
                "%.3f - %.3f".formatted(ratio.min(), ratio.max()),
                "%.1f".formatted(median.median()),
                "%.1f".formatted(p99.median()));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("server", name);
        row.put("tokens", tokens);
        row.put("connections", connections);
        row.put("textsPerSecond", rate.figures());
        row.put("toOurs", ratio.figures());
        row.put("medianMillis", median.figures());
        row.put("p99Millis", p99.figures());
        return row;
    }
}
