package io.text2vec.collections.wiring;

import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.read.EmbeddingReads;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.read.TextVectors;
import io.text2vec.collections.schema.Schema;
import io.text2vec.collections.schema.SchemaService;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.collections.work.Workers;
import io.text2vec.collections.write.BatchVectors;
import io.text2vec.collections.write.EmbeddingWrites;
import io.text2vec.collections.write.Writes;
import io.text2vec.embedder.Embedder;
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
    Workers workers() {
        return new Workers(settings.work());
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
    SchemaSettings schemaSettings() {
        return settings.schema();
    }

    @Produces
    @Singleton
    TextVectors textVectors(Engine engine, Embedder embedder) {
        return new TextVectors(engine, embedder, settings.vectorize());
    }

    @Produces
    @Singleton
    BatchVectors batchVectors(Engine engine, Embedder embedder) {
        return new BatchVectors(engine, embedder, settings.vectorize(), settings.chunksAtOnce());
    }

    @Produces
    @Singleton
    Writes writes(Engine engine, Schema schema, Embedder embedder) {
        return new EmbeddingWrites(
                engine, schema, embedder, settings.vectorize(), settings.writes(), InstantSource.system());
    }

    @Produces
    @Singleton
    Reads reads(Engine engine, Schema schema, Embedder embedder) {
        return new EmbeddingReads(engine, schema, embedder, settings.vectorize(), settings.limits());
    }
}
