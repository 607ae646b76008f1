package io.text2vec.lucene;

import io.text2vec.collections.engine.EngineProvider;
import io.text2vec.lucene.log.Durability;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Opens the embedded engine with what the environment says. */
public final class LuceneProvider implements EngineProvider {
    private static final String DURABILITY = "TEXT2VEC_DURABILITY";
    private static final String HYBRID_DEPTH = "QUERY_HYBRID_MAXIMUM_RESULTS";
    private static final String OPEN_TENANTS = "TEXT2VEC_OPEN_TENANTS";
    private static final String SIMD = "jdk.incubator.vector";

    @Override
    public String name() {
        return "lucene";
    }

    @Override
    public Opened open(Path data, Function<String, Optional<String>> named) {
        LuceneSettings defaults = LuceneSettings.of(data);
        LuceneSettings settings = new LuceneSettings(
                data,
                named.apply(DURABILITY).map(LuceneProvider::durability).orElse(defaults.durability()),
                defaults.bufferBytes(),
                defaults.logBytes(),
                defaults.threads(),
                named.apply(OPEN_TENANTS)
                        .map(text -> atLeastOne(OPEN_TENANTS, text))
                        .orElse(defaults.openTenants()),
                named.apply(HYBRID_DEPTH)
                        .map(text -> atLeastOne(HYBRID_DEPTH, text))
                        .orElse(defaults.hybridDepth()));
        LuceneEngine engine = LuceneEngine.open(settings);
        return new Opened(engine, words(engine.collections().size(), data));
    }

    private static String words(int collections, Path data) {
        String where = "%d %s in %s".formatted(collections, collections == 1 ? "collection" : "collections", data);
        return ModuleLayer.boot().findModule(SIMD).isPresent()
                ? where
                : where + " (searched without SIMD: java --add-modules " + SIMD + " switches it on)";
    }

    private static Durability durability(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "synced" -> Durability.SYNCED;
            case "relaxed" -> Durability.RELAXED;
            default -> throw new IllegalArgumentException(DURABILITY + " is synced or relaxed, not '" + word + "'");
        };
    }

    private static int atLeastOne(String setting, String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw new IllegalArgumentException(setting + " must be a whole number of at least 1, not '" + text + "'");
    }
}
