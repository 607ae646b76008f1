package io.text2vec.lucene.document;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.InvertedIndex;
import io.text2vec.collections.schema.MultiTenancy;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.PropertyType;
import io.text2vec.collections.schema.Stopwords;
import io.text2vec.collections.schema.Tokenization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Definitions and objects to test with. */
public final class Films {
    private Films() {}

    /** Keeps null state, lengths and timestamps. */
    public static CollectionDef collection(Property... properties) {
        return collection(true, properties);
    }

    /** @param everything whether it keeps null state, lengths and timestamps */
    public static CollectionDef collection(boolean everything, Property... properties) {
        return new CollectionDef(
                "Film",
                Optional.empty(),
                List.of(properties),
                false,
                Map.of(),
                new InvertedIndex(
                        0.75,
                        1.2,
                        new Stopwords("en", List.of(), List.of()),
                        everything,
                        everything,
                        everything,
                        60,
                        true),
                MultiTenancy.OFF,
                Map.of(),
                Map.of(),
                Map.of());
    }

    public static Property text(String name, Tokenization tokenization) {
        return property(name, PropertyType.one(DataType.TEXT), true, Optional.of(tokenization));
    }

    public static Property texts(String name, Tokenization tokenization) {
        return property(name, PropertyType.many(DataType.TEXT), true, Optional.of(tokenization));
    }

    public static Property one(String name, DataType type) {
        return property(name, PropertyType.one(type), true, Optional.empty());
    }

    public static Property many(String name, DataType type) {
        return property(name, PropertyType.many(type), true, Optional.empty());
    }

    /** Without any index. */
    public static Property plain(String name, DataType type) {
        return property(
                name,
                PropertyType.one(type),
                false,
                type == DataType.TEXT ? Optional.of(Tokenization.WORD) : Optional.empty());
    }

    public static Property property(
            String name, PropertyType type, boolean indexed, Optional<Tokenization> tokenization) {
        return new Property(
                name,
                Optional.empty(),
                type,
                indexed,
                indexed && type.of() == DataType.TEXT,
                false,
                tokenization,
                List.of(),
                Map.of());
    }

    /** The id with a number as its last digits. */
    public static UUID id(long number) {
        return new UUID(0x8000_0000_0000_4000L, 0x8000_0000_0000_0000L | number);
    }

    /** Number n is created at n seconds and updated at twice that. */
    public static StoredObject object(long number, Map<String, Value> properties) {
        return new StoredObject(id(number), 1_000 * number, 2_000 * number, properties, Map.of());
    }
}
