package io.text2vec.cluster;

import io.micrometer.core.instrument.MeterRegistry;
import io.text2vec.cluster.client.Cluster;
import io.text2vec.cluster.schema.ClassForms;
import io.text2vec.cluster.schema.Classes;
import io.text2vec.collections.schema.AutoSchema;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.collections.vectorize.ProcessModel;
import io.text2vec.collections.vectorize.RemoteVectorizers;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.ModelInfo;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** The Weaviate behind this process' doors, if there is one. */
@Singleton
public final class ActiveCluster {
    private final Optional<Parts> parts;

    ActiveCluster(
            ClusterConfig config,
            Vertx vertx,
            Embedder embedder,
            RemoteVectorizers elsewhere,
            SchemaSettings schema,
            MeterRegistry registry) {
        parts = config.engine().equals(ClusterSettings.ENGINE)
                ? Optional.of(
                        parts(ClusterSettings.of(config), vertx, () -> model(embedder, elsewhere), schema, registry))
                : Optional.empty();
    }

    /** What works for one. */
    public record Parts(
            ClusterSettings settings, Cluster cluster, Classes classes, ClassForms forms, AutoSchema autoSchema) {}

    private static Parts parts(
            ClusterSettings settings,
            Vertx vertx,
            Supplier<String> model,
            SchemaSettings schema,
            MeterRegistry registry) {
        Cluster cluster = new Cluster(
                vertx,
                settings.rest(),
                settings.grpc(),
                settings.asCaller(),
                settings.apiKey(),
                settings.deadline(),
                settings.connections(),
                registry);
        return new Parts(
                settings,
                cluster,
                new Classes(cluster),
                new ClassForms(settings.defaultVectorizer(), model),
                new AutoSchema(schema));
    }

    /** As a bound model is told from others; empty where others make the vectors. */
    private static String model(Embedder embedder, RemoteVectorizers elsewhere) {
        if (elsewhere.common(EmbedRequest.PASSAGE).isPresent() || !embedder.ready()) {
            return "";
        }
        ModelInfo model = embedder.loaded().join();
        return ProcessModel.words(model.name(), model.recipe(), model.fingerprint());
    }

    /** Whether there is one. */
    public boolean there() {
        return parts.isPresent();
    }

    /** @throws java.util.NoSuchElementException if there is none */
    public Parts parts() {
        return parts.orElseThrow();
    }
}
