package io.text2vec.bench;

import io.text2vec.bench.process.FloorProcess;
import io.text2vec.bench.process.Memory;
import io.text2vec.bench.process.ServerProcess;
import io.text2vec.bench.report.Sample;
import io.text2vec.bench.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Process start to first vector: each application and a bare Java main take turns, each on an empty cache directory and
 * then again on the same one.
 */
final class Coldstart implements Measurement {
    private static final String FLOOR = "bare main";
    private static final List<String> STARTED = List.of(FLOOR, "vectorize-query", "local");

    private final Path root;
    private final Options options;
    private final Map<String, List<Start>> starts = new LinkedHashMap<>();

    /** A start and the memory of its process right after the first vector. */
    private record Start(double millis, Memory memory) {}

    Coldstart(Path root, Options options) {
        this.root = root;
        this.options = options;
    }

    @Override
    public Map<String, Object> run(Path work) throws IOException {
        new FloorProcess(floorFlags("-XX:AOTCacheOutput=" + classes(work)), work.resolve("uncounted")).close();
        // Brings jars and libraries into the page cache for all of them alike; not counted.
        for (String name : STARTED) {
            start(name, work.resolve("uncounted"));
        }
        for (int round = 1; round <= options.rounds(); round++) {
            for (String name : STARTED) {
                Path cache = work.resolve(name + round);
                record(name, "first", start(name, cache));
                record(name, "second", start(name, cache));
                Directories.delete(cache);
            }
            System.err.println("Round " + round + " of " + options.rounds() + " is done");
        }
        return report();
    }

    private void record(String name, String which, Start start) {
        starts.computeIfAbsent(key(name, which), k -> new ArrayList<>()).add(start);
    }

    private static String key(String name, String which) {
        return name + ", " + which + " start";
    }

    private Start start(String name, Path cache) throws IOException {
        Files.createDirectories(cache);
        if (name.equals(FLOOR)) {
            try (FloorProcess floor =
                    new FloorProcess(floorFlags("-XX:AOTCache=" + classes(cache.getParent())), cache)) {
                return new Start(floor.millis(), Memory.of(floor.pid()));
            }
        }
        Map<String, String> environment = new TreeMap<>(options.environment());
        environment.put("TEXT2VEC_CACHE", cache.toString());
        Path log = Files.createDirectories(root.resolve("infra/bench/target")).resolve("coldstart-" + name + ".log");
        try (ServerProcess server =
                new ServerProcess(root.resolve("functions").resolve(name), options.javaFlags(), environment, log)) {
            double millis = server.firstVector("hello").millis();
            return new Start(millis, Memory.of(server.pid()));
        }
    }

    /** Where the JVM's cache of the bare main's classes is, made by a run of it that isn't counted. */
    private static Path classes(Path work) {
        return work.resolve("floor.aot");
    }

    /** Those that make a bare main fastest too. */
    private List<String> floorFlags(String classes) {
        List<String> flags = new ArrayList<>(options.javaFlags());
        flags.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", classes));
        return flags;
    }

    private Map<String, Object> report() throws IOException {
        Table table = new Table(
                "process", "median ms", "worst ms", "best ms", "to bare main", "resident MiB", "proportional MiB");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String which : List.of("first", "second")) {
            double floor = millis(starts.get(key(FLOOR, which))).median();
            for (String name : STARTED) {
                List<Start> of = starts.get(key(name, which));
                Sample millis = millis(of);
                Sample resident = Sample.of(of, s -> s.memory().residentMiB());
                Sample proportional = Sample.of(of, s -> s.memory().proportionalMiB());
                table.row(
                        key(name, which),
                        "%.0f".formatted(millis.median()),
                        "%.0f".formatted(millis.max()),
                        "%.0f".formatted(millis.min()),
                        "%.2f".formatted(millis.median() / floor),
                        "%.0f".formatted(resident.median()),
                        "%.0f".formatted(proportional.median()));
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("process", name);
                row.put("start", which);
                row.put("millis", millis.figures());
                row.put("toBareMain", millis.median() / floor);
                row.put("residentMiB", resident.figures());
                row.put("proportionalMiB", proportional.figures());
                rows.add(row);
            }
        }
        System.out.printf("%nProcess start to first vector, %d starts each:%n%n%s%n", options.rounds(), table);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("machine", Machine.describe());
        figures.put("rounds", options.rounds());
        figures.put("starts", rows);
        return figures;
    }

    private static Sample millis(List<Start> of) {
        return Sample.of(of, Start::millis);
    }

    private static Sample sample(double[] values) {
        return new Sample(values);
    }
}
