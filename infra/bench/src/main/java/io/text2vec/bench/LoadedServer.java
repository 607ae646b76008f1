package io.text2vec.bench;

import io.text2vec.bench.direct.DirectTokenizer;
import io.text2vec.bench.load.Texts;
import io.text2vec.bench.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A server of this project as all measurements under load want it, and their texts. */
final class LoadedServer {
    private LoadedServer() {}

    /** Starts it and waits for its first vector. */
    static ServerProcess start(Path root, Options options, Path work) throws IOException {
        Path log = Files.createDirectories(root.resolve("infra/bench/target")).resolve("loaded-server.log");
        ServerProcess server = new ServerProcess(
                root.resolve("functions").resolve(options.application()),
                options.javaFlags(),
                environment(options, work),
                log);
        try {
            server.firstVector("hello");
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /** Every text is one run, of up to 512 tokens, and each is computed. */
    private static Map<String, String> environment(Options options, Path work) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("TEXT2VEC_LONG_TEXT", "truncate");
        environment.put("TEXT2VEC_MAX_TOKENS", "512");
        environment.put("TEXT2VEC_CACHE", work.resolve("cache").toString());
        environment.put("ENABLE_CACHE", "false");
        environment.putAll(options.environment());
        return environment;
    }

    /** A file of distinct texts of exactly so many tokens, one a line. */
    static Path texts(Path work, int tokens) throws IOException {
        try (DirectTokenizer tokenizer = new DirectTokenizer(work.resolve("natives"))) {
            return Files.write(
                    work.resolve(tokens + "-tokens.txt"), Texts.forLoad(tokens, text -> tokenizer.encode(text).length));
        }
    }
}
