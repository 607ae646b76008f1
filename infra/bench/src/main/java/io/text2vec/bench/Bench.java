package io.text2vec.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Measures the packaged applications; see {@link Options#USAGE}. */
public final class Bench {
    private Bench() {}

    /** @param arguments a command and its options; the repository root is the system property {@code bench.root} */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("bench.root", "."));
        String command = arguments.length == 0 ? "" : arguments[0];
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        Measurement measurement =
                switch (command) {
                    case "throughput" -> new Throughput(root, options(root, command, rest));
                    case "coldstart" -> new Coldstart(root, options(root, command, rest));
                    case "arrivals" -> new RandomArrivals(root, options(root, command, rest));
                    case "soak" -> new Soak(root, options(root, command, rest));
                    case "peers" -> new Peers(root, options(root, command, rest));
                    case "native" -> new NativeAgainstJvm(root, options(root, command, rest));
                    default -> {
                        System.err.print(Options.USAGE);
                        System.exit(2);
                        throw new AssertionError();
                    }
                };
        Path work = Files.createTempDirectory("text2vec-bench");
        try {
            Map<String, Object> figures = measurement.run(work);
            Path output = options(root, command, rest).output();
            Files.createDirectories(output.toAbsolutePath().getParent());
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(output.toFile(), figures);
            System.out.println("Figures: " + output);
        } finally {
            Directories.delete(work);
        }
    }

    private static Options options(Path root, String command, List<String> arguments) {
        try {
            return Options.parse(root, command, arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            throw e;
        }
    }
}
