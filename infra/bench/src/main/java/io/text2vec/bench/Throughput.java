package io.text2vec.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.bench.direct.Ceiling;
import io.text2vec.bench.direct.Cosine;
import io.text2vec.bench.load.LoadProcess;
import io.text2vec.bench.process.Memory;
import io.text2vec.bench.process.ServerProcess;
import io.text2vec.bench.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The server over HTTP against what the same libraries do in one process. Phases of both take turns, and every ratio is
 * of two phases side by side: a machine that is slower for a while is slower for both.
 */
final class Throughput implements Measurement {
    private final Path root;
    private final Options options;

    Throughput(Path root, Options options) {
        this.root = root;
        this.options = options;
    }

    @Override
    public Map<String, Object> run(Path work) throws IOException {
        try (Ceiling ceiling = new Ceiling(work.resolve("natives"))) {
            List<Workload> workloads = new ArrayList<>();
            for (int tokens : options.tokens()) {
                progress("Making texts of " + tokens + " tokens and trying the settings of one process");
                workloads.add(Workload.make(tokens, ceiling, work));
            }
            List<Lane> lanes =
                    workloads.stream().flatMap(w -> lanes(w).stream()).toList();
            try (ServerProcess server = LoadedServer.start(root, options, work)) {
                for (Workload workload : workloads) {
                    checkSameVector(server, ceiling, workload.texts().getFirst());
                }
                measure(server, ceiling, lanes);
                return report(workloads, lanes, Memory.of(server.pid()));
            }
        }
    }

    private List<Lane> lanes(Workload workload) {
        List<Lane> lanes = new ArrayList<>();
        for (int connections : options.connections()) {
            lanes.add(new Lane(workload, connections, workload.ceiling()));
            if (connections == 1) {
                lanes.add(new Lane(workload, connections, workload.oneCaller().setting()));
            }
        }
        return lanes;
    }

    /** Both sides must do the same work, or their ratio says nothing. */
    private static void checkSameVector(ServerProcess server, Ceiling ceiling, String text) throws IOException {
        JsonNode values =
                new ObjectMapper().readTree(server.firstVector(text).body()).path("vector");
        float[] vector = new float[values.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) values.get(i).asDouble();
        }
        double cosine = Cosine.of(vector, ceiling.vector(text));
        if (!Ceiling.same(cosine)) {
            throw new IOException("The server's vector is another one: cosine " + cosine + " for: " + text);
        }
    }

    private void measure(ServerProcess server, Ceiling ceiling, List<Lane> lanes) throws IOException {
        try (LoadProcess client = new LoadProcess(server.port())) {
            progress("Warming up, then %d rounds of %d pairs of phases of %d s"
                    .formatted(options.rounds(), lanes.size(), options.phase().toSeconds()));
            for (Lane lane : lanes) {
                lane.warmUp(client, options.phase());
            }
            for (int round = 1; round <= options.rounds(); round++) {
                for (Lane lane : lanes) {
                    lane.measure(client, ceiling, options.phase(), round % 2 == 0);
                }
                progress("Round " + round + " of " + options.rounds() + " is done");
            }
        }
    }

    private Map<String, Object> report(List<Workload> workloads, List<Lane> lanes, Memory memory) throws IOException {
        Table settings = new Table(
                "tokens", "one text a run", "/s", "one caller", "/s", "batched", "/s", "cosine batched to single");
        for (Workload w : workloads) {
            settings.row(
                    Integer.toString(w.tokens()),
                    w.single().setting().toString(),
                    "%.1f".formatted(w.single().textsPerSecond()),
                    w.oneCaller().setting().toString(),
                    "%.1f".formatted(w.oneCaller().textsPerSecond()),
                    w.batched().setting().toString(),
                    "%.1f".formatted(w.batched().textsPerSecond()),
                    "%.5f".formatted(w.sameness()));
        }
        Table ratios = new Table(Lane.HEAD);
        lanes.forEach(lane -> ratios.row(lane.cells()));
        System.out.printf("%nIn one process (medians of three turns of a second):%n%n%s%n", settings);
        System.out.printf("Server over HTTP against it (medians of %d rounds):%n%n%s%n", options.rounds(), ratios);
        System.out.printf(
                "Server's memory afterwards: %.0f MiB resident, %.0f MiB proportional%n",
                memory.residentMiB(), memory.proportionalMiB());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("machine", Machine.describe());
        figures.put("application", options.application());
        figures.put("rounds", options.rounds());
        figures.put("phaseSeconds", options.phase().toSeconds());
        figures.put("oneProcess", workloads.stream().map(Workload::figures).toList());
        figures.put("comparisons", lanes.stream().map(Lane::figures).toList());
        figures.put("memory", memory);
        return figures;
    }

    private static void progress(String message) {
        System.err.println(message);
    }
}
