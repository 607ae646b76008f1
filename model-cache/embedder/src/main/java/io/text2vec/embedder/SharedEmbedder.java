package io.text2vec.embedder;

import java.util.Comparator;
import java.util.ServiceLoader;

/**
 * The one embedder of a process. The first line of a packaged application's {@code main} calls {@link #get()}, so that
 * the model loads beside the framework's boot; in dev mode and tests a start-up observer does, and {@link #close()} on
 * shutdown makes room for the next start.
 */
public final class SharedEmbedder {
    private static Embedder shared;

    private SharedEmbedder() {}

    /**
     * Starts loading at the first call; every later one returns the same until it is closed.
     *
     * @throws IllegalStateException if no {@link EmbedderProvider} is on the class path
     */
    public static synchronized Embedder get() {
        if (shared == null) {
            // By the thread's class loader: a packaged application's has an index, the one behind it opens a hundred
            // jars.
            shared = ServiceLoader.load(EmbedderProvider.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .min(Comparator.comparingInt(EmbedderProvider::order))
                    .orElseThrow(() -> new IllegalStateException(
                            "No EmbedderProvider on the class path:" + " add text2vec-runtime to the application"))
                    .open();
        }
        return shared;
    }

    /** Closes the embedder if there is one; waits for what is under way. */
    public static void close() {
        Embedder closing;
        synchronized (SharedEmbedder.class) {
            closing = shared;
            shared = null;
        }
        if (closing != null) {
            closing.close();
        }
    }
}
