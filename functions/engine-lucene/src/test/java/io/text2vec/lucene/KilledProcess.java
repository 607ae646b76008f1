package io.text2vec.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process that writes until it is killed.
 *
 * @param errors file of what it says on its error output
 */
record KilledProcess(Process process, Path errors) {
    /** How a process ends that was killed. */
    static final int KILLED = 128 + 9;

    static KilledProcess start(Class<?> main, Path errors, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new KilledProcess(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    BufferedReader output() {
        return process.inputReader();
    }

    /** Waits a while, or until it ends by itself, and kills it. */
    void killAfter(int millis) {
        try {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            new ProcessBuilder("kill", "-9", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        }
    }

    String said() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
