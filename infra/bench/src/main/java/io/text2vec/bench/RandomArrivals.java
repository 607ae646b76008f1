package io.text2vec.bench;

import io.text2vec.bench.load.LoadProcess;
import io.text2vec.bench.load.LoadResult;
import io.text2vec.bench.process.ServerProcess;
import io.text2vec.bench.report.Sample;
import io.text2vec.bench.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long requests take that come at random moments at half of what the server can do, one length of text at a time. */
final class RandomArrivals implements Measurement {
    /** As many users at once as ever wait; with fewer the client would hold requests back. */
    private static final int CONNECTIONS = 256;

    private final Path root;
    private final Options options;

    RandomArrivals(Path root, Options options) {
        this.root = root;
        this.options = options;
    }

    @Override
    public Map<String, Object> run(Path work) throws IOException {
        Table table = new Table("tokens", "saturated /s", "arriving /s", "p50 ms", "p99 ms", "p99 to p50");
        List<Map<String, Object>> rows = new ArrayList<>();
        try (ServerProcess server = LoadedServer.start(root, options, work);
                LoadProcess client = new LoadProcess(server.port())) {
            for (int tokens : options.tokens()) {
                Path texts = LoadedServer.texts(work, tokens);
                client.run(texts, options.connections().getLast(), options.phase()); // warms up
                List<LoadResult> saturated = new ArrayList<>();
                List<LoadResult> arriving = new ArrayList<>();
                for (int round = 0; round < options.rounds(); round++) {
                    saturated.add(client.run(texts, options.connections().getLast(), options.phase()));
                    arriving.add(client.arrive(
                            texts,
                            CONNECTIONS,
                            options.phase(),
                            saturated.getLast().rate() / 2));
                }
                rows.add(row(table, tokens, saturated, arriving));
            }
        }
        System.out.printf(
                "%nRequests at random moments, half of saturation (medians of %d rounds):%n%n%s%n",
                options.rounds(), table);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("machine", Machine.describe());
        figures.put("application", options.application());
        figures.put("arrivals", rows);
        return figures;
    }

    private static Map<String, Object> row(
            Table table, int tokens, List<LoadResult> saturated, List<LoadResult> arriving) {
        Sample most = Sample.of(saturated, LoadResult::rate);
        Sample rate = Sample.of(arriving, LoadResult::rate);
        Sample median = Sample.of(arriving, LoadResult::medianMillis);
        Sample p99 = Sample.of(arriving, LoadResult::p99Millis);
        Sample ratio = Sample.of(arriving, r -> r.p99Millis() / r.medianMillis());
        table.row(
                Integer.toString(tokens),
                "%.1f".formatted(most.median()),
                "%.1f".formatted(rate.median()),
                "%.1f".formatted(median.median()),
                "%.1f".formatted(p99.median()),
                "%.2f".formatted(ratio.median()));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("tokens", tokens);
        row.put("saturatedPerSecond", most.figures());
        row.put("arrivingPerSecond", rate.figures());
        row.put("medianMillis", median.figures());
        row.put("p99Millis", p99.figures());
        row.put("p99ToMedian", ratio.figures());
        return row;
    }
}
