package io.text2vec.bench;

import io.text2vec.bench.load.LoadProcess;
import io.text2vec.bench.load.LoadResult;
import io.text2vec.bench.load.Texts;
import io.text2vec.bench.process.FloorProcess;
import io.text2vec.bench.process.Memory;
import io.text2vec.bench.process.PageCache;
import io.text2vec.bench.process.ServerProcess;
import io.text2vec.bench.report.Sample;
import io.text2vec.bench.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An application's native executable against the same application in a JVM: they start by turns, then both stay and are loaded by
 * turns, so that a machine that is slower for a while is slower for both.
 */
final class NativeAgainstJvm implements Measurement {
    /** Words, for want of a tokenizer here: which texts they are doesn't matter as long as both get the same. */
    private static final int TEXTS = 2000;

    private final Path root;
    private final Options options;
    private final List<Double> floor = new ArrayList<>();
    private final Map<Kind, List<Start>> starts = new EnumMap<>(Kind.class);
    private final Map<Kind, List<LoadResult>> loads = new EnumMap<>(Kind.class);
    private final Map<Kind, Memory> afterwards = new EnumMap<>(Kind.class);

    private enum Kind {
        JVM,
        NATIVE
    }

    /** A start and the memory of its process right after the first vector. */
    private record Start(double millis, Memory memory) {}

    NativeAgainstJvm(Path root, Options options) {
        this.root = root;
        this.options = options;
        for (Kind kind : Kind.values()) {
            starts.put(kind, new ArrayList<>());
            loads.put(kind, new ArrayList<>());
        }
    }

    @Override
    public Map<String, Object> run(Path work) throws IOException {
        Path bare = root.resolve("infra/bench/target/native/floor");
        Path natives = work.resolve("floor");
        if (Files.exists(bare)) {
            new FloorProcess(options.javaFlags(), natives).close(); // unpacks what the executable has not in it
            FloorProcess.executable(bare, natives).close();
        }
        for (Kind kind : Kind.values()) {
            start(kind, work); // fills the page cache, and the JVM's cache directory; not counted
        }
        for (int round = 1; round <= options.rounds(); round++) {
            for (Kind kind : Kind.values()) {
                starts.get(kind).add(start(kind, work));
            }
            if (Files.exists(bare)) {
                prepare();
                try (FloorProcess process = FloorProcess.executable(bare, natives)) {
                    floor.add(process.millis());
                }
            }
        }
        load(work);
        return report();
    }

    private void prepare() throws IOException {
        if (options.cold()) {
            PageCache.drop();
        }
    }

    private Start start(Kind kind, Path work) throws IOException {
        prepare();
        try (ServerProcess server = open(kind, work)) {
            double millis = server.firstVector("hello").millis();
            return new Start(millis, Memory.of(server.pid()));
        }
    }

    private ServerProcess open(Kind kind, Path work) throws IOException {
        Path application = root.resolve("functions").resolve(options.application());
        Path log = Files.createDirectories(root.resolve("infra/bench/target")).resolve("native-" + kind + ".log");
        Map<String, String> environment = new TreeMap<>(options.environment());
        environment.put("TEXT2VEC_CACHE", work.resolve("cache").toString());
        return switch (kind) {
            case JVM -> new ServerProcess(application, options.javaFlags(), environment, log);
            case NATIVE -> ServerProcess.executable(application, options.nativeFlags(), environment, log);
        };
    }

    private void load(Path work) throws IOException {
        int words = options.tokens().getFirst();
        Path texts =
                Files.write(work.resolve("texts.txt"), Texts.ofLength(TEXTS, words, text -> text.split(" ").length));
        int connections = options.connections().getLast();
        try (ServerProcess jvm = open(Kind.JVM, work);
                ServerProcess executable = open(Kind.NATIVE, work)) {
            Map<Kind, ServerProcess> servers = Map.of(Kind.JVM, jvm, Kind.NATIVE, executable);
            for (ServerProcess server : servers.values()) {
                server.firstVector("hello");
            }
            try (LoadProcess ofJvm = new LoadProcess(jvm.port());
                    LoadProcess ofExecutable = new LoadProcess(executable.port())) {
                Map<Kind, LoadProcess> clients = Map.of(Kind.JVM, ofJvm, Kind.NATIVE, ofExecutable);
                for (int round = 0; round <= options.rounds(); round++) {
                    for (Kind kind : round % 2 == 0 ? List.of(Kind.JVM, Kind.NATIVE) : List.of(Kind.NATIVE, Kind.JVM)) {
                        LoadResult result = clients.get(kind).run(texts, connections, options.phase());
                        if (round > 0) { // the first warms up
                            loads.get(kind).add(result);
                        }
                    }
                }
            }
            for (Kind kind : Kind.values()) {
                afterwards.put(kind, Memory.of(servers.get(kind).pid()));
            }
        }
    }

    private Map<String, Object> report() throws IOException {
        Table table = new Table(
                "process",
                "first vector ms, median",
                "worst",
                "resident MiB",
                "proportional MiB",
                "texts/s",
                "p50 ms",
                "p99 ms",
                "resident MiB after load");
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("machine", Machine.describe());
        figures.put("application", options.application());
        for (Kind kind : Kind.values()) {
            Map<String, Sample> of = samples(kind);
            table.row(
                    kind.name(),
                    "%.0f".formatted(of.get("firstVectorMillis").median()),
                    "%.0f".formatted(of.get("firstVectorMillis").max()),
                    "%.0f".formatted(of.get("residentMiB").median()),
                    "%.0f".formatted(of.get("proportionalMiB").median()),
                    "%.1f".formatted(of.get("textsPerSecond").median()),
                    "%.1f".formatted(of.get("medianMillis").median()),
                    "%.1f".formatted(of.get("p99Millis").median()),
                    "%.0f".formatted(of.get("residentAfterLoadMiB").median()));
            Map<String, Object> row = new LinkedHashMap<>();
            of.forEach((name, sample) -> row.put(name, sample.figures()));
            figures.put(kind.name(), row);
        }
        if (!floor.isEmpty()) {
            Sample bare = Sample.of(floor, Double::doubleValue);
            table.row(
                    "bare native main",
                    "%.0f".formatted(bare.median()),
                    "%.0f".formatted(bare.max()),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "");
            figures.put("floorMillis", bare.figures());
        }
        Sample ratio = new Sample(IntStream.range(0, loads.get(Kind.NATIVE).size())
                .mapToDouble(i -> loads.get(Kind.NATIVE).get(i).rate()
                        / loads.get(Kind.JVM).get(i).rate())
                .toArray());
        figures.put("throughputToJvm", ratio.figures());
        figures.put(
                "executableBytes",
                Files.size(ServerProcess.executableOf(root.resolve("functions").resolve(options.application()))));
        System.out.printf(
                "%n%s, %d starts each with a %s page cache, then %d phases of %d s over %d connections:%n%n%s%n"
                        + "Throughput of the executable to that of the JVM: %.3f (%.3f - %.3f)%n",
                options.application(),
                options.rounds(),
                options.cold() ? "cold" : "warm",
                options.rounds(),
                options.phase().toSeconds(),
                options.connections().getLast(),
                table,
                ratio.median(),
                ratio.min(),
                ratio.max());
        return figures;
    }

    private Map<String, Sample> samples(Kind kind) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        samples.put("firstVectorMillis", Sample.of(starts.get(kind), Start::millis));
        samples.put("residentMiB", Sample.of(starts.get(kind), start -> start.memory()
                .residentMiB()));
        samples.put("proportionalMiB", Sample.of(starts.get(kind), start -> start.memory()
                .proportionalMiB()));
        samples.put("textsPerSecond", Sample.of(loads.get(kind), LoadResult::rate));
        samples.put("medianMillis", Sample.of(loads.get(kind), LoadResult::medianMillis));
        samples.put("p99Millis", Sample.of(loads.get(kind), LoadResult::p99Millis));
        samples.put("residentAfterLoadMiB", sample(afterwards.get(kind).residentMiB()));
        return samples;
    }

    private static Sample sample(double... values) {
        return new Sample(values);
    }
}
