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

    /** @param port of the server on the loopback interface */
    public LoadProcess(int port) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadClient.class.getName(),
                        Integer.toString(port)))
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
        commands.println(texts + " " + connections + " " + time.toMillis());
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
