package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.embedder.EmbedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a vector's {@code text2vec-transformers} settings say.
 *
 * @param vectorizeClassName whether the collection's name is part of the text
 * @param dimensions how many of the vector's numbers to keep; absent: all
 * @param properties names, as stored, of the only properties whose values are part of the text; empty: all that don't skip
 * @param inferenceUrl who makes all vectors in place of this process' model
 * @param passageInferenceUrl who makes those of objects; present exactly if {@code queryInferenceUrl} is
 * @param queryInferenceUrl who makes those of queries
 */
public record TransformersSettings(
        String poolingStrategy,
        boolean vectorizeClassName,
        OptionalInt dimensions,
        List<String> properties,
        Optional<String> inferenceUrl,
        Optional<String> passageInferenceUrl,
        Optional<String> queryInferenceUrl) {

    static final Map<String, Object> DEFAULTS = Map.of("poolingStrategy", "masked_mean", "vectorizeClassName", true);

    public TransformersSettings {
        properties = List.copyOf(properties);
    }

    /** @throws Invalid if the settings make no sense, which those of a stored collection do */
    public static TransformersSettings of(Vectorizer vectorizer) {
        return read(new Fields(Vectorizer.TRANSFORMERS, vectorizer.settings()));
    }

    /** Who makes the vectors of a task's texts, {@code passage} or {@code query}, if the class says so. */
    public Optional<String> inferenceUrl(String task) {
        return inferenceUrl.or(() -> task.equals(EmbedRequest.QUERY) ? queryInferenceUrl : passageInferenceUrl);
    }

    static TransformersSettings read(Fields given) {
        Optional<String> both = given.word("inferenceUrl");
        Optional<String> passage = given.word("passageInferenceUrl");
        Optional<String> query = given.word("queryInferenceUrl");
        if (passage.isPresent() != query.isPresent() || both.isPresent() && passage.isPresent()) {
            throw new Invalid(given.where()
                    + " must have inferenceUrl alone, or passageInferenceUrl and queryInferenceUrl together, or none.");
        }
        List<String> properties =
                given.texts("properties").stream().map(Names::property).toList();
        if (given.has("properties") && properties.isEmpty()) {
            throw new Invalid(given.path("properties") + " must name at least one property.");
        }
        return new TransformersSettings(
                given.word("poolingStrategy").orElse("masked_mean"),
                given.flag("vectorizeClassName").orElse(true),
                dimensions(given),
                properties,
                both,
                passage,
                query);
    }

    private static OptionalInt dimensions(Fields given) {
        Optional<Long> dimensions = given.whole("dimensions");
        if (dimensions.isPresent() && (dimensions.get() < 1 || dimensions.get() > Integer.MAX_VALUE)) {
            throw new Invalid(given.path("dimensions") + " must be at least 1.");
        }
        return dimensions.map(count -> OptionalInt.of(count.intValue())).orElse(OptionalInt.empty());
    }
}
