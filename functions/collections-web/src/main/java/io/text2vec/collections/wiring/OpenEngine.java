package io.text2vec.collections.wiring;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.EngineProvider;
import io.text2vec.collections.work.Workers;
import io.text2vec.web.Starting;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;

/**
 * Opens the engine beside the loading of the model, and closes it when the doors have drained and the calls under way
 * have ended, but before the embedder goes.
 */
@Singleton
final class OpenEngine implements Starting {
    /** What an application without an engine says. */
    static final String NONE =
            "There is no engine here that stores collections. The functions import and search apart need"
                    + " one that they share, which is not in this build: start local, which has both of them and keeps what it"
                    + " stores in its own directory.";

    /** Behind whoever listens on a port of its own and waits for its calls. */
    private static final int LAST = Interceptor.Priority.APPLICATION + 1000;

    private final CompletableFuture<EngineProvider.Opened> opened = new CompletableFuture<>();
    private final Engine engine = new OpeningEngine(opened.thenApply(EngineProvider.Opened::engine));
    private final CollectionsConfig config;
    private final EnvironmentSettings settings;
    private final Workers workers;

    OpenEngine(CollectionsConfig config, EnvironmentSettings settings, Workers workers) {
        this.config = config;
        this.settings = settings;
        this.workers = workers;
    }

    void open(@Observes StartupEvent start) {
        Path data = config.data();
        Thread.ofPlatform().daemon().name("text2vec-open").start(() -> {
            try {
                opened.complete(provider().open(data, settings::named));
            } catch (Throwable e) { // an error too would leave everybody waiting
                opened.completeExceptionally(e);
            }
        });
    }

    private static EngineProvider provider() {
        return ServiceLoader.load(EngineProvider.class, OpenEngine.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(NONE));
    }

    void close(@Observes @Priority(LAST) ShutdownEvent stop) {
        workers.close();
        engine.close();
    }

    /** Usable at once; its calls are refused until it is open. */
    Engine engine() {
        return engine;
    }

    @Override
    public String name() {
        return "The collections";
    }

    @Override
    public CompletableFuture<String> started() {
        return opened.thenApply(EngineProvider.Opened::words);
    }
}
