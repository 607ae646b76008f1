package io.text2vec.bench.process;

import io.text2vec.bench.direct.Floor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of {@link Floor}. */
public final class FloorProcess implements AutoCloseable {
    private final Process process;
    private final double millis;

    /** Starts it and waits for its vector. */
    public FloorProcess(List<String> javaFlags, Path natives) throws IOException {
        this(inJvm(javaFlags, natives));
    }

    /** The same of the native executable that {@code infra/bench/native-floor} makes. */
    public static FloorProcess executable(Path executable, Path natives) throws IOException {
        return new FloorProcess(List.of(executable.toString(), natives.toString()));
    }

    private static List<String> inJvm(List<String> javaFlags, Path natives) {
        List<String> command = new ArrayList<>(List.of(ServerProcess.java()));
        command.addAll(javaFlags);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Floor.class.getName(), natives.toString()));
        return command;
    }

    private FloorProcess(List<String> command) throws IOException {
        long start = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        millis = (System.nanoTime() - start) / 1e6;
        if (line == null || !line.startsWith(Floor.READY)) {
            process.destroy();
            throw new IOException("The bare process gave no vector: " + line);
        }
    }

    /** From the start of the process to its vector. */
    public double millis() {
        return millis;
    }

    public long pid() {
        return process.pid();
    }

    /** Lets it end by itself. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
