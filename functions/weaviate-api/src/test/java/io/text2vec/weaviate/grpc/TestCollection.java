package io.text2vec.weaviate.grpc;

import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.InvertedIndex;
import io.text2vec.collections.schema.MultiTenancy;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.PropertyType;
import io.text2vec.collections.schema.Stopwords;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.schema.VectorIndex;
import io.text2vec.collections.schema.Vectorizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A collection with a property of every type, single and as a list. */
public final class TestCollection {
    public static final String NAME = "Film";
    public static final CollectionDef DEFINITION = withVectors(Map.of(VectorDef.LEGACY, Distance.COSINE));

    private TestCollection() {}

    /** The same with other vectors. */
    public static CollectionDef withVectors(Map<String, Distance> distances) {
        Map<String, VectorDef> vectors = new LinkedHashMap<>();
        distances.forEach((name, distance) -> vectors.put(
                name,
                new VectorDef(
                        name,
                        Vectorizer.none(),
                        new VectorIndex(VectorIndex.HNSW, distance, -1, 128, 32, false, false, Map.of()))));
        return new CollectionDef(
                NAME,
                Optional.empty(),
                properties(),
                !distances.containsKey(VectorDef.LEGACY),
                vectors,
                new InvertedIndex(0.75, 1.2, new Stopwords("en", List.of(), List.of()), false, false, false, 60, true),
                MultiTenancy.OFF,
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        for (DataType type :
                List.of(DataType.TEXT, DataType.INT, DataType.NUMBER, DataType.BOOLEAN, DataType.DATE, DataType.UUID)) {
            properties.add(property(type.word(), PropertyType.one(type), List.of()));
            properties.add(property(type.word() + "s", PropertyType.many(type), List.of()));
        }
        properties.add(property("blob", PropertyType.one(DataType.BLOB), List.of()));
        properties.add(property("geo", PropertyType.one(DataType.GEO_COORDINATES), List.of()));
        properties.add(property("phone", PropertyType.one(DataType.PHONE_NUMBER), List.of()));
        List<Property> nested = List.of(
                property("name", PropertyType.one(DataType.TEXT), List.of()),
                property("year", PropertyType.one(DataType.INT), List.of()));
        properties.add(property("object", PropertyType.one(DataType.OBJECT), nested));
        properties.add(property("objects", PropertyType.many(DataType.OBJECT), nested));
        properties.add(property("reference", PropertyType.reference(List.of("Film")), List.of()));
        return properties;
    }

    private static Property property(String name, PropertyType type, List<Property> nested) {
        return new Property(
                name,
                Optional.empty(),
                type,
                true,
                type.of() == DataType.TEXT,
                false,
                type.of() == DataType.TEXT ? Optional.of(Tokenization.WORD) : Optional.empty(),
                nested,
                Map.of());
    }
}
