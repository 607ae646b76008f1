package io.text2vec.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The load client as a process of its own, so that its work is not done by the threads that are measured. */
public final class LoadProcess implements AutoCloseable {
    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader results;

    /** Against one of this project's servers on the loopback interface. */
    public LoadProcess(int port) throws IOException {
        this(Target.local(port));
    }

    public LoadProcess(Target target) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadClient.class.getName(),
                        target.url()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        results = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Loads the server for some time.
     *
     * @param texts a file with a text a line
     * @throws IOException if the server answered with anything but vectors
     */
    public LoadResult run(Path texts, int connections, Duration time) throws IOException {
        return run(texts + " " + connections + " " + time.toMillis());
    }

    /**
     * Sends requests at random moments, as many independent users do (a Poisson process), however long the answers take. A
     * request that finds no free connection waits for one, and that counts as its time.
     *
     * @param rate requests a second in the mean
     * @throws IOException if the server answered with anything but vectors
     */
    public LoadResult arrive(Path texts, int connections, Duration time, double rate) throws IOException {
        return run(texts + " " + connections + " " + time.toMillis() + " " + rate);
    }

    private LoadResult run(String command) throws IOException {
        commands.println(command);
        String line = results.readLine();
        if (line == null) {
            throw new IOException("The load client ended; its message is above");
        }
        return LoadResult.parse(line);
    }

    @Override
    public void close() {
        commands.close();
        process.destroy();
    }
}
