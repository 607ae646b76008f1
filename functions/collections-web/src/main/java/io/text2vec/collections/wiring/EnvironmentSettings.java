package io.text2vec.collections.wiring;

import io.text2vec.collections.filter.FilterLimits;
import io.text2vec.collections.read.QueryLimits;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.collections.vectorize.VectorizeSettings;
import io.text2vec.collections.work.WorkSettings;
import io.text2vec.collections.write.WriteSettings;
import io.text2vec.web.setting.Switch;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Makes the records that the library takes of what the environment says. */
@Singleton
final class EnvironmentSettings {
    /** Searches at once for each processor: some of them wait for a vector, and leave it to others. */
    private static final int READS_PER_PROCESSOR = 4;

    /**
     * Parts of imports in the embedder's queue for each processor. What waits there is a fraction of the queue, so that
     * imports never make it too full for queries.
     */
    private static final int CHUNKS_PER_PROCESSOR = 4;

    private final CollectionsConfig config;
    private final Config environment;
    private final int processors;

    EnvironmentSettings(CollectionsConfig config, Config environment) {
        this.config = config;
        this.environment = environment;
        processors = Runtime.getRuntime().availableProcessors();
    }

    SchemaSettings schema() {
        return SchemaSettings.read(this::named);
    }

    VectorizeSettings vectorize() {
        return new VectorizeSettings(Switch.on(config.lowercase()), Switch.on(config.alwaysAnew()));
    }

    WorkSettings work() {
        return new WorkSettings(
                config.reads().orElse(Math.max(8, READS_PER_PROCESSOR * processors)),
                config.waitingReads(),
                config.writes(),
                config.waitingWrites());
    }

    QueryLimits limits() {
        return new QueryLimits(config.defaultLimit(), config.maximumResults(), filters());
    }

    WriteSettings writes() {
        return new WriteSettings(chunksAtOnce(), config.maximumResults(), filters());
    }

    int chunksAtOnce() {
        return Math.max(8, CHUNKS_PER_PROCESSOR * processors);
    }

    private FilterLimits filters() {
        return new FilterLimits(config.filterDepth(), config.filterConditions());
    }

    Optional<String> named(String name) {
        return environment.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }
}
