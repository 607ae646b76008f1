package io.text2vec.runtime.store;

import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.runtime.OnnxEmbedderProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A child process that starts as an application does, and uses both libraries, under the eyes of the {@link Watchman}. */
final class LoadWatched {
    /** What it prints when the embedder has answered; the length of the vector follows. */
    static final String EMBEDDED = "embedded: ";

    private LoadWatched() {}

    /** @param arguments a host name to look up before, or nothing */
    public static void main(String[] arguments) throws IOException {
        Watchman.watchUrls();
        for (String host : arguments) {
            try {
                System.out.println(InetAddress.getByName(host));
            } catch (UnknownHostException expected) {
                System.out.println("refused");
            }
        }
        embed();
        // The embedder passes by DJL's own classes, which are what asks; here they run too.
        LoadNatives.load();
        System.out.println(LoadNatives.OK);
    }

    /** From the environment to the vector of one text. */
    private static void embed() {
        try (Embedder embedder = new OnnxEmbedderProvider().open()) {
            embedder.loaded().join();
            System.out.println(EMBEDDED
                    + embedder.embed(EmbedRequest.passage("hello")).join().vector().length);
        }
    }
}
