package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a class gets where it doesn't say, and what it may be.
 *
 * @param autoSchema whether a write makes the properties and collections that it names
 * @param autoText type that auto-schema gives to a text: {@link DataType#TEXT}
 * @param autoNumber type that auto-schema gives to a number: {@link DataType#NUMBER} or {@link DataType#INT}
 * @param autoDate type that auto-schema gives to an RFC 3339 date: {@link DataType#DATE} or {@link DataType#TEXT}
 * @param vectorizer of a class that names none
 * @param vectorIndex {@link VectorIndex#HNSW} or {@link VectorIndex#FLAT}
 * @param quantization of a new index that says nothing of quantizers
 * @param maxProperties properties of a collection, nested ones counted
 */
public record SchemaSettings(
        boolean autoSchema,
        DataType autoText,
        DataType autoNumber,
        DataType autoDate,
        String vectorizer,
        Distance distance,
        String vectorIndex,
        Tokenization tokenization,
        Quantization quantization,
        int maxProperties) {

    public static final SchemaSettings DEFAULTS = new SchemaSettings(
            true,
            DataType.TEXT,
            DataType.NUMBER,
            DataType.DATE,
            Vectorizer.NONE,
            Distance.COSINE,
            VectorIndex.HNSW,
            Tokenization.WORD,
            Quantization.NONE,
            1000);

    /** Name of the setting for {@code maxProperties}. */
    static final String MAX_PROPERTIES = "TEXT2VEC_PROPERTIES";

    /**
     * Reads them by Weaviate's names.
     *
     * @param named value of a setting by its name; empty ones count as absent
     * @throws Invalid if one has no sense; the message names it
     */
    public static SchemaSettings read(Function<String, Optional<String>> named) {
        return new Named(named).read();
    }

    private record Named(Function<String, Optional<String>> named) {

        SchemaSettings read() {
            return new SchemaSettings(
                    // Only this word turns it off, as in Weaviate.
                    find("AUTOSCHEMA_ENABLED").filter("false"::equals).isEmpty(),
                    type("AUTOSCHEMA_DEFAULT_STRING", DataType.TEXT),
                    type("AUTOSCHEMA_DEFAULT_NUMBER", DataType.NUMBER, DataType.INT),
                    type("AUTOSCHEMA_DEFAULT_DATE", DataType.DATE, DataType.TEXT),
                    word("DEFAULT_VECTORIZER_MODULE", Vectorizer.NONE, Vectorizer.TRANSFORMERS),
                    find("DEFAULT_VECTOR_DISTANCE_METRIC")
                            .map(text -> Words.read(
                                    Distance.values(), Distance::word, text, "DEFAULT_VECTOR_DISTANCE_METRIC"))
                            .orElse(DEFAULTS.distance()),
                    word("DEFAULT_VECTOR_INDEX", VectorIndex.HNSW, VectorIndex.FLAT),
                    find("DEFAULT_TOKENIZATION")
                            .map(text ->
                                    Words.read(Tokenization.values(), Tokenization::word, text, "DEFAULT_TOKENIZATION"))
                            .orElse(DEFAULTS.tokenization()),
                    find("DEFAULT_QUANTIZATION")
                            .map(text ->
                                    Words.read(Quantization.values(), Quantization::word, text, "DEFAULT_QUANTIZATION"))
                            .orElse(DEFAULTS.quantization()),
                    find(MAX_PROPERTIES).map(Named::count).orElse(DEFAULTS.maxProperties()));
        }

        private Optional<String> find(String name) {
            return named.apply(name).map(String::strip).filter(text -> !text.isEmpty());
        }

        private String word(String name, String... allowed) {
            return find(name)
                    .map(text -> Words.read(allowed, Function.identity(), text, name))
                    .orElse(allowed[0]);
        }

        private DataType type(String name, DataType... allowed) {
            return find(name)
                    // The old name of text.
                    .map(text -> text.equals("string") ? DataType.TEXT.word() : text)
                    .map(text -> Words.read(allowed, DataType::word, text, name))
                    .orElse(allowed[0]);
        }

        private static int count(String text) {
            try {
                int count = Integer.parseInt(text);
                if (count > 0) {
                    return count;
                }
            } catch (NumberFormatException notOne) {
                // told below
            }
            throw new Invalid(MAX_PROPERTIES + " must be a whole number of at least 1.");
        }
    }
}
