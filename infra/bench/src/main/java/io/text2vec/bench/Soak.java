package io.text2vec.bench;

import io.text2vec.bench.load.LoadProcess;
import io.text2vec.bench.process.Memory;
import io.text2vec.bench.process.ServerProcess;
import io.text2vec.bench.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts of all lengths at saturation for a long time: whether memory stays flat and the rate what it was. An answer that is
 * none ends it.
 */
final class Soak implements Measurement {
    private final Path root;
    private final Options options;

    Soak(Path root, Options options) {
        this.root = root;
        this.options = options;
    }

    @Override
    public Map<String, Object> run(Path work) throws IOException {
        Table table = new Table("minute", "texts/s", "p99 ms", "resident MiB");
        List<Map<String, Object>> minutes = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        try (ServerProcess server = LoadedServer.start(root, options, work);
                LoadProcess client = new LoadProcess(server.port())) {
            Duration part = Duration.ofMinutes(1).dividedBy(options.tokens().size());
            List<Path> texts = new ArrayList<>();
            for (int tokens : options.tokens()) {
                texts.add(LoadedServer.texts(work, tokens));
                client.run(texts.getLast(), options.connections().getLast(), Duration.ofSeconds(2));
            }
            for (int minute = 1; minute <= options.rounds(); minute++) {
                long requests = 0;
                double seconds = 0;
                double p99 = 0;
                for (Path file : texts) {
                    var result = client.run(file, options.connections().getLast(), part);
                    requests += result.requests();
                    seconds += result.seconds();
                    p99 = Math.max(p99, result.p99Millis());
                }
                double resident = Memory.of(server.pid()).residentMiB();
                rates.add(requests / seconds);
                table.row(
                        Integer.toString(minute),
                        "%.1f".formatted(rates.getLast()),
                        "%.0f".formatted(p99),
                        "%.0f".formatted(resident));
                minutes.add(Map.of("minute", minute, "textsPerSecond", rates.getLast(), "residentMiB", resident));
            }
        }
        System.out.printf(
                "%nTexts of %s tokens by turns, %d connections:%n%n%s%nLast minute to first: %.3f%n",
                options.tokens(), options.connections().getLast(), table, rates.getLast() / rates.getFirst());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("machine", Machine.describe());
        figures.put("application", options.application());
        figures.put("minutes", minutes);
        figures.put("lastToFirst", rates.getLast() / rates.getFirst());
        return figures;
    }
}
