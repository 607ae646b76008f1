package io.text2vec.collections.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.read.EmbeddingReads;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.read.TextVectors;
import io.text2vec.collections.schema.Schema;
import io.text2vec.collections.schema.SchemaService;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.collections.tenant.EngineTenants;
import io.text2vec.collections.tenant.TenantService;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.ProcessModel;
import io.text2vec.collections.vectorize.RemoteVectorizers;
import io.text2vec.collections.vectorize.VectorRequests;
import io.text2vec.collections.work.Workers;
import io.text2vec.collections.write.BatchVectors;
import io.text2vec.collections.write.EmbeddingWrites;
import io.text2vec.collections.write.Writes;
import io.text2vec.embedder.Embedder;
import io.text2vec.web.trace.Trace;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Gives the doors what they ask. */
@Singleton
final class Services {
    private final EnvironmentSettings settings;

    Services(EnvironmentSettings settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    Workers workers(MeterRegistry registry) {
        Workers workers = new Workers(settings.work(), Trace::carried);
        WorkMetrics.bind(workers, registry);
        return workers;
    }

    @Produces
    @Singleton
    Engine engine(OpenEngine opening) {
        return opening.engine();
    }

    @Produces
    @Singleton
    Schema schema(Engine engine) {
        return new SchemaService(engine, settings.schema());
    }

    @Produces
    @Singleton
    TenantService tenants(Engine engine, Schema schema) {
        return new EngineTenants(engine, schema);
    }

    @Produces
    @Singleton
    SchemaSettings schemaSettings() {
        return settings.schema();
    }

    @Produces
    @Singleton
    TextVectors textVectors(Engine engine, VectorRequests requests, BoundModel models) {
        return new TextVectors(engine, requests, models);
    }

    @Produces
    @Singleton
    BatchVectors batchVectors(VectorRequests requests, BoundModel models) {
        return new BatchVectors(requests, models, settings.vectorize(), settings.chunksAtOnce());
    }

    @Produces
    @Singleton
    VectorRequests requests(Embedder embedder, RemoteVectorizers elsewhere) {
        return new VectorRequests(new ProcessModel(embedder), elsewhere);
    }

    @Produces
    @Singleton
    BoundModel models(Engine engine) {
        return new BoundModel(engine);
    }

    @Produces
    @Singleton
    Writes writes(Engine engine, Schema schema, VectorRequests requests, BoundModel models) {
        return new EmbeddingWrites(
                engine, schema, requests, models, settings.vectorize(), settings.writes(), InstantSource.system());
    }

    @Produces
    @Singleton
    Reads reads(Engine engine, Schema schema, VectorRequests requests, BoundModel models) {
        return new EmbeddingReads(engine, schema, requests, models, settings.limits());
    }
}
