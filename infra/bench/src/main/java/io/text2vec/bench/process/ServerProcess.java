package io.text2vec.bench.process;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged application as a process of its own, on a free port of the loopback interface. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int STOP_LIMIT_SECONDS = 20;

    private final Process process;
    private final int port;
    private final long startedAt;
    private final Path log;

    /**
     * Starts it in a JVM with its own options and its cache of classes; returns at once.
     *
     * @param application the folder of the application's module
     * @param environment settings; those of the caller that start with TEXT2VEC_ are not handed on
     * @param log takes what it prints
     */
    public ServerProcess(Path application, List<String> javaFlags, Map<String, String> environment, Path log)
            throws IOException {
        this(inJvm(application, javaFlags), environment, log);
    }

    private ServerProcess(List<String> command, Map<String, String> environment, Path log) throws IOException {
        this.log = log;
        port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .redirectInput(new File("/dev/null"));
        builder.environment().keySet().removeIf(name -> name.startsWith("TEXT2VEC_"));
        builder.environment().putAll(environment);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        startedAt = System.nanoTime();
        process = builder.start();
    }

    /**
     * Starts its native executable; returns at once.
     *
     * @param application the folder of the application's module
     * @param flags the executable's own, such as {@code -Xmx64m}
     */
    public static ServerProcess executable(
            Path application, List<String> flags, Map<String, String> environment, Path log) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(packaged(executableOf(application)).toString()));
        command.addAll(flags);
        return new ServerProcess(command, environment, log);
    }

    /** Where the build leaves an application's native executable. */
    public static Path executableOf(Path application) {
        return application.resolve("target/native/text2vec-" + application.getFileName());
    }

    private static List<String> inJvm(Path application, List<String> javaFlags) throws IOException {
        Path jar = packaged(application.resolve("target/quarkus-app/quarkus-run.jar"));
        Path cache = packaged(jar.resolveSibling("app.aot"));
        List<String> command =
                new ArrayList<>(List.of(java(), "-XX:AOTCache=" + cache, "@" + application.resolve("jvm.options")));
        command.addAll(javaFlags);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static Path packaged(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("Expected a packaged application, found no " + file);
        }
        return file;
    }

    /** The JVM that runs the bench. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /**
     * Asks for a vector until there is one.
     *
     * @return the vector's answer, and how long it took from the start of the process
     */
    public FirstVector firstVector(String text) throws IOException {
        Asking asking = new Asking(port);
        while (process.isAlive() && System.nanoTime() - startedAt < START_LIMIT.toNanos()) {
            String answer = asking.once(text);
            if (answer != null) {
                return new FirstVector(answer, (System.nanoTime() - startedAt) / 1e6);
            }
        }
        throw new IOException(
                process.isAlive()
                        ? "No vector within " + START_LIMIT.toSeconds() + " s; see " + log
                        : "The application ended while starting; see " + log);
    }

    /**
     * The first answer of a process.
     *
     * @param body JSON of the {@code /vectors} contract
     * @param millis since the start of the process
     */
    public record FirstVector(String body, double millis) {}

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
