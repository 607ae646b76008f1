package io.text2vec.bench.direct;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * The floor of a cold start: a process that loads the same libraries, graph and tokenizer with the same help of a cache
 * directory, embeds one text, says so, and ends when its input ends, so that its memory can be read meanwhile.
 */
public final class Floor {
    /** What it prints when it has a vector; the count of its values follows. */
    public static final String READY = "vector ";

    private Floor() {}

    /** @param arguments the cache directory */
    public static void main(String[] arguments) throws IOException {
        Path cache = Path.of(arguments[0]);
        CompletableFuture<DirectTokenizer> tokenizing =
                CompletableFuture.supplyAsync(() -> new DirectTokenizer(cache), Floor::inBackground);
        int cores = Runtime.getRuntime().availableProcessors();
        try (DirectModel model = DirectModel.load(cache, cores);
                DirectTokenizer tokenizer = tokenizing.join()) {
            float[] vector = model.embed(new long[][] {tokenizer.encode("hello")})[0];
            System.out.println(READY + vector.length);
            System.in.transferTo(System.out);
        }
    }

    /** The pool that a future would take has one thread less than there are cores: none to spare for this. */
    static void inBackground(Runnable task) {
        Thread.ofPlatform().daemon().start(task);
    }
}
