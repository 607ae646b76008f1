package io.text2vec.runtime.store;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of its own with the class path of this one, for what a process does only once. */
final class ChildJvm {
    private static final long LIMIT_SECONDS = 120;

    private final Class<?> main;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> options = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED"));
    private String classPath = System.getProperty("java.class.path");

    ChildJvm(Class<?> main) {
        this.main = main;
    }

    ChildJvm environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    ChildJvm option(String option) {
        options.add(option);
        return this;
    }

    ChildJvm classPathToo(Path folder) {
        classPath += File.pathSeparator + folder;
        return this;
    }

    /** Starts the process and leaves it running. */
    Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Settings of whoever runs the tests must not reach the child.
        builder.environment().keySet().removeAll(List.of("RUST_LIBRARY_PATH", "DJL_OFFLINE", "OPT_OUT_TRACKING"));
        builder.environment().keySet().removeIf(name -> name.startsWith("TEXT2VEC_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        // A child that hangs fails its test instead of stopping the build.
        CompletableFuture.delayedExecutor(LIMIT_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return new Running(process);
    }

    /** Runs the process to its end. */
    Result run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).await();
    }

    record Running(Process process) {

        /** Lets the child go on, if it waits for a line. */
        void go() throws IOException {
            process.outputWriter().write("go\n");
            process.outputWriter().flush();
        }

        /** Reads one line that the child prints. */
        String line() throws IOException {
            return process.inputReader(StandardCharsets.UTF_8).readLine();
        }

        Result await() throws IOException, InterruptedException {
            String output = process.inputReader(StandardCharsets.UTF_8).readAllAsString();
            return new Result(process.waitFor(), output);
        }
    }

    /** @param output standard output and standard error */
    record Result(int status, String output) {}
}
