package io.text2vec.vectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.ModelInfo;
import io.text2vec.web.WorkTimes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What happens inside the embedder, for {@code /q/metrics}:
 * <ul>
 *   <li>{@code text2vec_queue_texts}: texts taken and not yet answered
 *   <li>{@code text2vec_inference_seconds}: time of an inference
 *   <li>{@code text2vec_batch_sequences}: token sequences that ran together
 *   <li>{@code text2vec_tokens_total}, {@code text2vec_padding_tokens_total}: tokens the model saw, and padding beside them
 *   <li>{@code text2vec_cache_lookups_total{result="hit"|"miss"}}: texts looked up in the cache, where there is one
 *   <li>{@code text2vec_load_seconds{phase}}: what each part of loading the model took, {@code pull} where it was fetched
 *   <li>{@code text2vec_model{model,recipe}}: always 1; what was loaded, with its commit if it came from the hub
 * </ul>
 */
final class EmbedderMetrics implements EmbedObserver {
    private static final double[] BATCHES = {1, 2, 4, 8, 16, 32, 64};
    private static final Duration[] TIMES = WorkTimes.bounds();

    private final Timer inference;
    private final DistributionSummary batches;
    private final Counter tokens;
    private final Counter padding;
    private final Counter hits;
    private final Counter misses;

    private EmbedderMetrics(MeterRegistry registry) {
        inference = Timer.builder("text2vec.inference")
                .description("Time of an inference")
                .serviceLevelObjectives(TIMES)
                .register(registry);
        batches = DistributionSummary.builder("text2vec.batch.sequences")
                .description("Token sequences that ran together")
                .serviceLevelObjectives(BATCHES)
                .register(registry);
        tokens = counter(registry, "text2vec.tokens", "Tokens the model saw, without padding");
        padding = counter(registry, "text2vec.padding.tokens", "Tokens that were only padding");
        hits = lookups(registry, "hit");
        misses = lookups(registry, "miss");
    }

    /** Registers the meters of an embedder, those of its loading when it is loaded. */
    static void bind(Embedder embedder, MeterRegistry registry) {
        embedder.observe(new EmbedderMetrics(registry));
        Gauge.builder("text2vec.queue.texts", embedder, Embedder::pending)
                .description("Texts taken and not yet answered")
                .register(registry);
        embedder.loaded().thenAccept(model -> {
            phases(model, registry);
            Gauge.builder("text2vec.model", () -> 1)
                    .description("What was loaded")
                    .tag("model", model.name())
                    .tag("recipe", model.recipe())
                    .register(registry);
        });
    }

    private static void phases(ModelInfo model, MeterRegistry registry) {
        model.phases().forEach((phase, took) -> TimeGauge.builder("text2vec.load", took::toNanos, TimeUnit.NANOSECONDS)
                .description("What a part of loading the model took")
                .tag("phase", phase)
                .register(registry));
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private static Counter lookups(MeterRegistry registry, String result) {
        return Counter.builder("text2vec.cache.lookups")
                .description("Texts looked up in the cache")
                .tag("result", result)
                .register(registry);
    }

    @Override
    public void ran(int sequences, int seen, int padded, long nanos) {
        inference.record(nanos, TimeUnit.NANOSECONDS);
        batches.record(sequences);
        tokens.increment(seen);
        padding.increment(padded);
    }

    @Override
    public void lookedUp(boolean hit) {
        (hit ? hits : misses).increment();
    }
}
