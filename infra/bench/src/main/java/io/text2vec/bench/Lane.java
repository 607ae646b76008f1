package io.text2vec.bench;

import io.text2vec.bench.direct.Ceiling;
import io.text2vec.bench.direct.Setting;
import io.text2vec.bench.load.LoadProcess;
import io.text2vec.bench.load.LoadResult;
import io.text2vec.bench.report.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One comparison: texts of a length over a number of connections, against a setting of the same libraries. */
final class Lane {
    private final Workload workload;
    private final int connections;
    private final Setting setting;
    private final List<Pair> pairs = new ArrayList<>();

    /** Two phases side by side. */
    private record Pair(LoadResult server, double ceiling) {
        double ratio() {
            return server.rate() / ceiling;
        }
    }

    Lane(Workload workload, int connections, Setting setting) {
        this.workload = workload;
        this.connections = connections;
        this.setting = setting;
    }

    /** Loads the server without counting. */
    void warmUp(LoadProcess client, Duration time) throws IOException {
        client.run(workload.file(), connections, time);
    }

    /** Measures both sides, one right after the other; which comes first changes from round to round. */
    void measure(LoadProcess client, Ceiling ceiling, Duration phase, boolean serverFirst) throws IOException {
        double before = serverFirst ? 0 : ceiling.textsPerSecond(setting, workload.texts(), phase);
        LoadResult server = client.run(workload.file(), connections, phase);
        double other = serverFirst ? ceiling.textsPerSecond(setting, workload.texts(), phase) : before;
        pairs.add(new Pair(server, other));
    }

    /** Cells under {@link #HEAD}. */
    String[] cells() {
        Sample ratio = sample(Pair::ratio);
        return new String[] {
            Integer.toString(workload.tokens()),
            Integer.toString(connections),
            setting.toString(),
            "%.1f".formatted(sample(Pair::ceiling).median()),
            "%.1f".formatted(sample(pair -> pair.server().rate()).median()),
            "%.3f".formatted(ratio.median()),
            "%.3f - %.3f".formatted(ratio.min(), ratio.max()),
            "%.1f".formatted(sample(pair -> pair.server().medianMillis()).median()),
            "%.1f".formatted(sample(pair -> pair.server().p99Millis()).median()),
            "%.1f %%".formatted(100 * sample(Lane::clientShare).median())
        };
    }

    static final String[] HEAD = {
        "tokens",
        "connections",
        "ceiling: same libraries, one process",
        "ceiling /s",
        "server /s",
        "ratio",
        "ratio min - max",
        "p50 ms",
        "p99 ms",
        "client's share of all cores"
    };

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("tokens", workload.tokens());
        figures.put("connections", connections);
        figures.put("ceilingSetting", setting.toString());
        figures.put("ratio", sample(Pair::ratio).figures());
        figures.put("ceilingTextsPerSecond", sample(Pair::ceiling).figures());
        figures.put("serverTextsPerSecond", sample(pair -> pair.server().rate()).figures());
        figures.put("medianMillis", sample(pair -> pair.server().medianMillis()).figures());
        figures.put("p99Millis", sample(pair -> pair.server().p99Millis()).figures());
        figures.put("clientShareOfCores", sample(Lane::clientShare).figures());
        return figures;
    }

    private static double clientShare(Pair pair) {
        return pair.server().cpuSeconds()
                / pair.server().seconds()
                / Runtime.getRuntime().availableProcessors();
    }

    private Sample sample(ToDoubleFunction<Pair> figure) {
        return Sample.of(pairs, figure);
    }
}
