package io.text2vec.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application of this module as it is shipped, in a process of its own on a free port. */
public final class PackagedApp implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "quarkus-app").toAbsolutePath();

    /** The native executable that is tested instead, set by the profile {@code native}. */
    private static final Optional<Path> EXECUTABLE =
            Optional.ofNullable(System.getProperty("text2vec.executable")).map(Path::of);

    private static final Pattern OUR_JAR =
            Pattern.compile("(?:modified-)?io\\.text2vec\\.text2vec-(?<module>[a-z-]+)-[0-9].*");

    private final Process process;

    private PackagedApp(Process process) {
        this.process = process;
    }

    /** Starts the process. What it writes is read by {@link #firstLine()} and {@link #errors()}. */
    public static PackagedApp start(Map<String, String> environment) throws IOException {
        if (EXECUTABLE.isPresent()) {
            return start(List.of(EXECUTABLE.get().toString()), environment);
        }
        return start(FOLDER, environment);
    }

    /** The same for the application that another module has packaged into a folder. */
    public static PackagedApp start(Path folder, Map<String, String> environment) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(List.of(java, "-jar", folder.resolve("quarkus-run.jar").toString()), environment);
    }

    private static PackagedApp start(List<String> words, Map<String, String> environment) throws IOException {
        ProcessBuilder command = new ProcessBuilder(words);
        command.environment().put("PORT", "0");
        command.environment().put("GRPC_PORT", "0");
        command.environment()
                .put(
                        "PERSISTENCE_DATA_PATH",
                        Path.of("target", "data", UUID.randomUUID().toString()).toString());
        command.environment().putAll(environment);
        return new PackagedApp(command.start());
    }

    /** File names of the jars that the application carries, or that a native executable was made of. */
    public static List<String> jars() {
        Path folder = EXECUTABLE
                .map(file -> file.resolveSibling(file.getFileName() + "-native-image-source-jar"))
                .orElse(FOLDER);
        try (Stream<Path> files = Files.walk(folder.resolve("lib"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of this project's own modules among them, without {@code text2vec-}. */
    public static List<String> modules() {
        return jars().stream()
                .map(OUR_JAR::matcher)
                .filter(Matcher::matches)
                .map(jar -> jar.group("module"))
                .toList();
    }

    public Process process() {
        return process;
    }

    /** Sends SIGTERM. {@link Process#destroy()} does too, but closes what the process has to say. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for the first line of the standard output; a process that has none after a minute is ended. */
    public String firstLine() throws IOException {
        CompletableFuture<Void> limit = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES));
        String line = output().readLine();
        limit.cancel(false);
        if (line == null) {
            throw new IOException("The application ended without a line: " + errors());
        }
        return line;
    }

    /** Waits for the line that tells the address: the first, but for warnings of libraries on a busy machine. */
    public Http client() throws IOException {
        String line = firstLine();
        while (!line.contains("http://")) {
            line = firstLine();
        }
        return new Http(URI.create(line.substring(line.lastIndexOf("http://"))));
    }

    /** What stands in the standard output behind the lines read so far; waits for the end of the process. */
    public List<String> otherLines() {
        return output().lines().toList();
    }

    /** The standard error output; waits for the end of the process. */
    public String errors() throws IOException {
        return new String(process.getErrorStream().readAllBytes(), UTF_8);
    }

    private BufferedReader output() {
        return process.inputReader(UTF_8); // the same one at every call
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
