package io.text2vec.cluster.engine;

import io.text2vec.cluster.ActiveCluster;
import io.text2vec.cluster.ClusterSettings;
import io.text2vec.collections.engine.EngineProvider;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Offers a Weaviate as the engine of a process. It need not be reachable yet: readiness tells when it is. */
@Singleton
final class ClusterProvider implements EngineProvider {
    private final ActiveCluster cluster;

    ClusterProvider(ActiveCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return ClusterSettings.ENGINE;
    }

    @Override
    public Opened open(Path data, Function<String, Optional<String>> named) {
        ActiveCluster.Parts parts = cluster.parts();
        return new Opened(
                new ClusterEngine(parts), "Weaviate at " + parts.settings().rest());
    }
}
