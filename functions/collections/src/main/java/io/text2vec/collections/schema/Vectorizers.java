package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The modules that make vectors, and what each makes of its settings. */
final class Vectorizers {
    static final String THERE = Vectorizer.TRANSFORMERS + " or " + Vectorizer.NONE;

    private Vectorizers() {}

    /**
     * @param given settings of the module
     * @param base the vectorizer that there is; what is not given stays as it has it, if the module does
     */
    static Vectorizer read(String module, Fields given, Optional<Vectorizer> base) {
        return switch (module) {
            case Vectorizer.NONE -> Vectorizer.none();
            case Vectorizer.TRANSFORMERS -> {
                Map<String, Object> defaults = base.filter(
                                stored -> stored.module().equals(module))
                        .map(Vectorizer::settings)
                        .orElse(TransformersSettings.DEFAULTS);
                Map<String, Object> settings = JsonTree.over(defaults, withoutNulls(given));
                TransformersSettings.read(new Fields(given.where(), settings));
                yield new Vectorizer(module, settings);
            }
            default ->
                throw new Invalid(
                        "Vectorizer %s is not there; it must be %s.".formatted(Names.shortened(module), THERE));
        };
    }

    private static Map<String, Object> withoutNulls(Fields given) {
        Map<String, Object> settings = new LinkedHashMap<>(given.tree());
        settings.values().removeIf(Objects::isNull);
        return settings;
    }
}
