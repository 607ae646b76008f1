package io.text2vec.bench;

import io.text2vec.bench.load.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to measure, from the command line; every bound has an upper limit, so that no call runs for hours.
 *
 * @param rounds repetitions of everything, 1 to 50
 * @param phase how long one phase of load lasts, 1 to 60 seconds
 * @param tokens lengths of the texts
 * @param connections how many connections at once, 1 to 256 each
 * @param application module folder below functions/ that throughput is measured of
 * @param environment further settings of the server
 * @param javaFlags of the server and of the floor
 * @param nativeFlags of the native executable
 * @param urls of other servers to measure
 * @param cold whether the page cache is emptied before each start
 * @param output where the figures go as JSON
 */
record Options(
        int rounds,
        Duration phase,
        List<Integer> tokens,
        List<Integer> connections,
        String application,
        Map<String, String> environment,
        List<String> javaFlags,
        List<String> nativeFlags,
        List<String> urls,
        boolean cold,
        Path output) {

    static final String USAGE = """
            Usage: infra/bench/bench throughput|arrivals|soak|peers|coldstart|native [options]

              throughput   the server over HTTP against the same libraries in one process
              arrivals     requests at random moments, half of what the server can do
              soak         texts of all lengths at saturation, a minute a round
              peers        other servers under the same load as one of ours, by turns
              coldstart    process start to first vector against a bare Java main
              native       both for an application's native executable against the same in a JVM, and against a bare native
                           main where infra/bench/native-floor has made one

              --rounds N            repetitions (coldstart and native 10, soak 30, the others 5)
              --seconds N           length of a phase of load (5)
              --quick               2 rounds, phases of 1 second
              --tokens 12,90,500    lengths of the texts
              --connections 1,8,32  keep-alive connections
              --app NAME            application below functions/ (throughput local, the others vectorize-query)
              --env NAME=VALUE      a setting of the server, may be repeated
              --java FLAG           a further flag of the measured JVMs, may be repeated
              --native FLAG         a flag of the measured executable, may be repeated
              --url URL             peers: http://HOST:PORT and /vectors, /embed (text-embeddings-inference) or
                                    /v1/embeddings; may be repeated
              --page-cache cold     native: empties the system's page cache before each start; needs root
              --output FILE         figures as JSON (infra/bench/target/<command>.json)
            """;

    static Options parse(Path root, String command, List<String> arguments) {
        Options options = new Options(
                switch (command) {
                    case "coldstart", "native" -> 10;
                    case "soak" -> 30;
                    default -> 5;
                },
                Duration.ofSeconds(5),
                List.of(12, 90, 500),
                List.of(1, 8, 32),
                command.equals("throughput") ? "local" : "vectorize-query",
                Map.of(),
                List.of("--enable-native-access=ALL-UNNAMED"),
                List.of(),
                List.of(),
                false,
                root.resolve("infra/bench/target/" + command + ".json"));
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (name.equals("--quick")) {
                options = options.with("--rounds", "2").with("--seconds", "1");
            } else if (i + 1 < arguments.size()) {
                options = options.with(name, arguments.get(++i));
            } else {
                throw new IllegalArgumentException("No such option, or it lacks its value: " + name);
            }
        }
        if (command.equals("peers") && options.urls().isEmpty()) {
            throw new IllegalArgumentException("peers needs a --url of a server to measure");
        }
        return options;
    }

    private Options with(String name, String value) {
        int newRounds = rounds;
        Duration newPhase = phase;
        List<Integer> newTokens = tokens;
        List<Integer> newConnections = connections;
        String newApplication = application;
        Map<String, String> newEnvironment = environment;
        List<String> newFlags = javaFlags;
        List<String> newNativeFlags = nativeFlags;
        List<String> newUrls = urls;
        boolean newCold = cold;
        Path newOutput = output;
        switch (name) {
            case "--rounds" -> newRounds = number(name, value, 1, 50);
            case "--seconds" -> newPhase = Duration.ofSeconds(number(name, value, 1, 60));
            case "--tokens" -> newTokens = numbers(name, value, 8, 512);
            case "--connections" -> newConnections = numbers(name, value, 1, 256);
            case "--app" -> newApplication = value;
            case "--env" -> {
                String[] parts = value.split("=", 2);
                if (parts.length < 2) {
                    throw new IllegalArgumentException("--env needs NAME=VALUE, got " + value);
                }
                newEnvironment = new TreeMap<>(environment);
                newEnvironment.put(parts[0], parts[1]);
            }
            case "--java" -> {
                newFlags = new ArrayList<>(javaFlags);
                newFlags.add(value);
            }
            case "--native" -> {
                newNativeFlags = new ArrayList<>(nativeFlags);
                newNativeFlags.add(value);
            }
            case "--url" -> {
                newUrls = new ArrayList<>(urls);
                newUrls.add(Target.parse(value).url());
            }
            case "--page-cache" -> newCold = oneOf(name, value, "warm", "cold").equals("cold");
            case "--output" -> newOutput = Path.of(value);
            default -> throw new IllegalArgumentException("No such option: " + name);
        }
        return new Options(
                newRounds,
                newPhase,
                newTokens,
                newConnections,
                newApplication,
                newEnvironment,
                newFlags,
                newNativeFlags,
                newUrls,
                newCold,
                newOutput);
    }

    private static String oneOf(String name, String value, String... known) {
        if (!List.of(known).contains(value)) {
            throw new IllegalArgumentException(name + " is one of " + String.join(", ", known) + ", got " + value);
        }
        return value;
    }

    private static List<Integer> numbers(String name, String value, int least, int most) {
        return List.of(value.split(",")).stream()
                .map(number -> number(name, number, least, most))
                .toList();
    }

    private static int number(String name, String value, int least, int most) {
        int number;
        try {
            number = Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a number, got " + value, e);
        }
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", got " + value);
        }
        return number;
    }
}
