package io.text2vec.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A process with this one's class path and an environment of its own, started at once. */
record ChildJvm(Process process) {

    static ChildJvm start(Class<?> main, Map<String, String> environment) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        command.environment().keySet().removeIf(name -> name.matches("(HF_|TEXT2VEC_|MODEL_NAME|XDG_).*"));
        command.environment().putAll(environment);
        return new ChildJvm(command.redirectErrorStream(true).start());
    }

    /** What it wrote; waits for its end. */
    String said() throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Its lines of the form {@code name=value}. */
    Map<String, String> told() throws IOException, InterruptedException {
        List<String> lines = said().lines().toList();
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
