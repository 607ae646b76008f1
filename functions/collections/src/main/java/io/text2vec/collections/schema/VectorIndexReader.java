package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import java.util.Map;
import java.util.Optional;

/** Reads {@code vectorIndexType} and {@code vectorIndexConfig}. */
final class VectorIndexReader {
    /** Past these an embedded graph can't be built. */
    private static final long MOST_CONNECTIONS = 512;

    private static final long MOST_EF_CONSTRUCTION = 3200;
    private static final long LEAST = 4;

    private static final String[] FILTER_STRATEGIES = {"sweeping", "acorn"};

    private final SchemaSettings settings;

    VectorIndexReader(SchemaSettings settings) {
        this.settings = settings;
    }

    /**
     * @param holder the object with both keys
     * @param base the index that there is; what is not given stays as it has it, if the type does
     */
    VectorIndex read(Fields holder, Optional<VectorIndex> base) {
        String type = type(holder, base);
        Optional<VectorIndex> same = base.filter(index -> index.type().equals(type));
        Fields given = holder.object("vectorIndexConfig");
        Map<String, Object> all = Template.fill(
                same.map(VectorIndex::settings).orElseGet(() -> VectorIndexDefaults.of(type, settings.distance())),
                given);
        if (base.isEmpty()) {
            all = quantizeByDefault(type, all);
        }
        return check(type, new Fields(given.where(), all));
    }

    private String type(Fields holder, Optional<VectorIndex> base) {
        String type = holder.word("vectorIndexType")
                .orElseGet(() -> base.map(VectorIndex::type).orElse(settings.vectorIndex()));
        return switch (type) {
            case VectorIndex.HNSW, VectorIndex.FLAT -> type;
            case "dynamic" ->
                throw new Invalid(holder.path("vectorIndexType")
                        + " dynamic needs asynchronous indexing, which is off; choose hnsw or flat.");
            default -> throw new Invalid(holder.path("vectorIndexType") + " must be hnsw or flat.");
        };
    }

    private Map<String, Object> quantizeByDefault(String type, Map<String, Object> all) {
        Fields fields = new Fields("", all);
        if (settings.quantization() == Quantization.NONE
                || settings.quantization() == Quantization.SQ && type.equals(VectorIndex.FLAT)
                || fields.flag("skipDefaultQuantization").orElse(false)
                || enabled(fields, "pq")
                || enabled(fields, "bq")
                || enabled(fields, "sq")
                || enabled(fields, "rq")) {
            return all;
        }
        String key = settings.quantization() == Quantization.SQ ? "sq" : "rq";
        Map<String, Object> quantizer = JsonTree.over(fields.object(key).tree(), Map.of("enabled", true));
        Map<String, Object> changed = JsonTree.over(all, Map.of(key, quantizer));
        return fields.has("trackDefaultQuantization")
                ? JsonTree.over(changed, Map.of("trackDefaultQuantization", true))
                : changed;
    }

    private static VectorIndex check(String type, Fields all) {
        refuseWhatIsNotThere(all);
        if (type.equals(VectorIndex.FLAT) && enabled(all, "sq")) {
            throw new Invalid(all.path("sq") + " needs the index hnsw; flat takes rq.");
        }
        Distance distance = Words.read(
                Distance.values(), Distance::word, all.text("distance").orElse(""), all.path("distance"));
        long ef = all.whole("ef").orElse(-1L);
        if (ef != -1 && (ef < 1 || ef > Integer.MAX_VALUE)) {
            throw new Invalid(all.path("ef") + " must be at least 1, or -1 for one that fits the limit of a search.");
        }
        if (all.has("filterStrategy")) {
            Words.read(
                    FILTER_STRATEGIES, word -> word, all.text("filterStrategy").orElse(""), all.path("filterStrategy"));
        }
        return new VectorIndex(
                type,
                distance,
                (int) ef,
                within(all, "efConstruction", MOST_EF_CONSTRUCTION, VectorIndexDefaults.EF_CONSTRUCTION),
                within(all, "maxConnections", MOST_CONNECTIONS, VectorIndexDefaults.MAX_CONNECTIONS),
                quantised(all),
                all.flag("skip").orElse(false),
                all.tree());
    }

    /** A number of a graph; an index without one says nothing of it. */
    private static int within(Fields all, String key, long most, long otherwise) {
        long given = all.whole(key).orElse(otherwise);
        if (given < LEAST || given > most) {
            throw new Invalid("%s must be from %d to %d.".formatted(all.path(key), LEAST, most));
        }
        return (int) given;
    }

    private static void refuseWhatIsNotThere(Fields all) {
        for (String quantizer : new String[] {"pq", "bq"}) {
            if (enabled(all, quantizer)) {
                throw new Unsupported(all.path(quantizer) + " is not there yet; sq and rq with 8 bits are.");
            }
        }
        if (enabled(all, "rq") && all.object("rq").whole("bits").orElse(8L) != 8) {
            throw new Unsupported(all.path("rq") + " is there with 8 bits only.");
        }
        if (enabled(all, "multivector")) {
            throw new Unsupported(all.path("multivector") + " is not there yet; an object has one vector of a name.");
        }
    }

    private static boolean quantised(Fields all) {
        boolean sq = enabled(all, "sq");
        boolean rq = enabled(all, "rq");
        if (sq && rq) {
            throw new Invalid(all.where() + ": only one of sq and rq can be enabled.");
        }
        return sq || rq;
    }

    private static boolean enabled(Fields all, String part) {
        return all.object(part).flag("enabled").orElse(false);
    }
}
