package io.text2vec.runtime.store;

import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.runtime.OnnxEmbedderProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;

/** A child process that starts as an application does, and uses both libraries, under the eyes of the {@link Watchman}. */
final class LoadWatched {
    /** What it prints when the embedder has answered; the length of the vector follows. */
    static final String EMBEDDED = "embedded: ";

    private LoadWatched() {}

    /** @param arguments a host name to look up or a URL to open before, or nothing */
    public static void main(String[] arguments) throws IOException {
        Watchman.watchUrls();
        for (String place : arguments) {
            try {
                System.out.println(
                        place.contains("://") ? URI.create(place).toURL().getContent() : InetAddress.getByName(place));
            } catch (IOException expected) {
                System.out.println("refused");
            }
        }
        embed();
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
