package io.text2vec.collections.wiring;

import io.quarkus.arc.All;
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
import java.util.ArrayList;
import java.util.List;
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
            "There is no engine here that stores collections by itself. The functions import and search apart share"
                    + " a Weaviate: set TEXT2VEC_ENGINE=weaviate and WEAVIATE_URL, or start local, which has both of them and"
                    + " keeps what it stores in its own directory.";

    /** The engine of whoever says nothing. */
    private static final String EMBEDDED = "lucene";

    /** Behind whoever listens on a port of its own and waits for its calls. */
    private static final int LAST = Interceptor.Priority.APPLICATION + 1000;

    private final CompletableFuture<EngineProvider.Opened> opened = new CompletableFuture<>();
    private final Engine engine = new OpeningEngine(opened.thenApply(EngineProvider.Opened::engine));
    private final CollectionsConfig config;
    private final EnvironmentSettings settings;
    private final Workers workers;
    private final List<EngineProvider> providers;

    OpenEngine(
            CollectionsConfig config,
            EnvironmentSettings settings,
            Workers workers,
            @All List<EngineProvider> providers) {
        this.providers = providers;
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

    private EngineProvider provider() {
        List<EngineProvider> all = new ArrayList<>(providers);
        ServiceLoader.load(EngineProvider.class, OpenEngine.class.getClassLoader())
                .forEach(all::add);
        return all.stream()
                .filter(provider -> provider.name().equals(config.engine()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(config.engine().equals(EMBEDDED) ? NONE : unknown(all)));
    }

    private String unknown(List<EngineProvider> all) {
        return "TEXT2VEC_ENGINE is '%s', and the engines of this application are: %s."
                .formatted(
                        config.engine(),
                        String.join(", ", all.stream().map(EngineProvider::name).toList()));
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
