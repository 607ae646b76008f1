package io.text2vec.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A process with this one's class path and an environment of its own, started at once. */
public record ChildJvm(Process process) {

    public static ChildJvm start(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        line.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(line);
        command.environment().keySet().removeIf(name -> name.matches("(HF_|TEXT2VEC_|MODEL_NAME|XDG_).*"));
        command.environment().putAll(environment);
        return new ChildJvm(command.start());
    }

    /** What it wrote on its standard output; waits for its end. */
    public String said() throws IOException, InterruptedException {
        return end().said();
    }

    /** What is left of it. */
    public record End(int status, String said, String errors) {}

    /** Waits for its end. */
    public End end() throws IOException, InterruptedException {
        CompletableFuture<String> errors = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                errors.complete(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                errors.completeExceptionally(e);
            }
        });
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), said, errors.join());
    }

    /** Its lines of the form {@code name=value}. */
    public Map<String, String> told() throws IOException, InterruptedException {
        End end = end();
        List<String> lines = (end.said() + end.errors()).lines().toList();
        Map<String, String> told = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                told.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        told.put("all", String.join("\n", lines));
        return told;
    }
}
