package io.text2vec.lucene;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Definitions of collections, as few settings of each as a test is about. */
public final class TestCollections {
    private TestCollections() {}

    public static CollectionDef of(List<Property> properties, VectorDef... vectors) {
        Map<String, VectorDef> byName = new LinkedHashMap<>();
        for (VectorDef vector : vectors) {
            byName.put(vector.name(), vector);
        }
        return new CollectionDef(
                "Film",
                Optional.empty(),
                properties,
                !byName.containsKey(VectorDef.LEGACY),
                byName,
                new InvertedIndex(0.75, 1.2, new Stopwords("en", List.of(), List.of()), true, true, true, 60, true),
                MultiTenancy.OFF,
                Map.of(),
                Map.of(),
                Map.of());
    }

    /** A vector with the defaults of its type of index. */
    public static VectorDef vector(String name, String type, Distance distance, boolean quantised) {
        return new VectorDef(
                name, Vectorizer.none(), new VectorIndex(type, distance, -1, 128, 32, quantised, false, Map.of()));
    }

    public static VectorDef vector(String name, Distance distance) {
        return vector(name, VectorIndex.HNSW, distance, false);
    }

    /** A searchable text. */
    public static Property text(String name, Tokenization tokenization) {
        return new Property(
                name,
                Optional.empty(),
                PropertyType.one(DataType.TEXT),
                true,
                true,
                false,
                Optional.of(tokenization),
                List.of(),
                Map.of());
    }
}
