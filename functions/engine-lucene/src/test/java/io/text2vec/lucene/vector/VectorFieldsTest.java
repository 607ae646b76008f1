package io.text2vec.lucene.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.schema.VectorIndex;
import io.text2vec.lucene.TestCollections;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorFieldsTest {

    @ParameterizedTest
    @EnumSource(Distance.class)
    void readsBackTheBitsThatWereGiven(Distance distance) throws IOException {
        float[] given = new float[32];
        var random = new Random(7);
        for (int i = 0; i < given.length; i++) {
            given[i] = random.nextFloat() * 100;
        }
        for (boolean quantised : new boolean[] {false, true}) {
            for (String type : List.of(VectorIndex.HNSW, VectorIndex.FLAT)) {
                assertThat(readBack(given, TestCollections.vector("", type, distance, quantised)))
                        .containsExactly(given);
            }
        }
    }

    @Test
    void unitAndZeroVectorsAreKeptOnce() throws IOException {
        try (var shelf = new VectorShelf(cosine())) {
            shelf.put(1, 0.6f, 0.8f);
            shelf.put(2, 0, 0);
            LeafReader reader =
                    shelf.searcher().getIndexReader().leaves().getFirst().reader();

            assertThat(reader.getFieldInfos().size()).isEqualTo(2);
            assertThat(VectorFields.read(reader, 0, "")).containsExactly(0.6f, 0.8f);
            assertThat(VectorFields.read(reader, 1, "")).containsExactly(0, 0);
        }
    }

    @Test
    void anObjectMayLackAVector() throws IOException {
        var collection = TestCollections.of(
                List.of(),
                TestCollections.vector("title", Distance.COSINE),
                TestCollections.vector("plot", Distance.DOT));
        try (var shelf = new VectorShelf(collection)) {
            shelf.put(VectorShelf.id(1), Map.of("title", new float[] {3, 4}));
            shelf.put(VectorShelf.id(2), Map.of("plot", new float[] {1, 2, 3}));
            LeafReader reader =
                    shelf.searcher().getIndexReader().leaves().getFirst().reader();

            assertThat(VectorFields.read(reader, 0, "title")).containsExactly(3, 4);
            assertThat(VectorFields.read(reader, 1, "title")).isNull();
            assertThat(VectorFields.read(reader, 0, "plot")).isNull();
            assertThat(VectorFields.read(reader, 1, "plot")).containsExactly(1, 2, 3);
            assertThat(VectorFields.read(reader, 1, "unknown")).isNull();
        }
    }

    @Test
    void tellsHowLongTheVectorsOfANameAre() throws IOException {
        try (var shelf = new VectorShelf(cosine())) {
            assertThat(VectorFields.dimensions(shelf.searcher().getIndexReader(), ""))
                    .isEmpty();
            shelf.put(1, 1, 2, 3);
            assertThat(VectorFields.dimensions(shelf.searcher().getIndexReader(), ""))
                    .hasValue(3);
        }
    }

    @Test
    void vectorsMayHave4096Components() throws IOException {
        float[] longest = new float[VectorFields.MOST_DIMENSIONS];
        longest[4095] = 2;
        for (boolean quantised : new boolean[] {false, true}) {
            assertThat(readBack(longest, TestCollections.vector("", VectorIndex.HNSW, Distance.COSINE, quantised)))
                    .containsExactly(longest);
        }
    }

    @Test
    void refusesWhatIsNoVectorOfTheCollection() {
        refuses("", new float[4097]).hasMessageContaining("4097").hasMessageContaining("4096");
        refuses("", new float[0]).hasMessageContaining("0 components");
        refuses("", new float[] {1, Float.NaN}).hasMessageContaining("finite");
        refuses("other", new float[] {1}).hasMessageContaining("'other'").hasMessageContaining("Film");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refuses(String name, float[] vector) {
        var object = new StoredObject(VectorShelf.id(1), 0, 0, Map.of(), Map.of(name, vector));
        assertThatThrownBy(() -> VectorFields.add(new Document(), cosine(), object))
                .isInstanceOf(CollectionException.Invalid.class);
        return assertThatThrownBy(() -> VectorFields.check(cosine(), object))
                .isInstanceOf(CollectionException.Invalid.class);
    }

    private static CollectionDef cosine() {
        return TestCollections.of(List.of(), TestCollections.vector("", Distance.COSINE));
    }

    private static float[] readBack(float[] vector, VectorDef definition) throws IOException {
        try (var shelf = new VectorShelf(TestCollections.of(List.of(), definition))) {
            shelf.put(1, vector);
            shelf.flush();
            shelf.put(2, vector);
            shelf.merge();
            LeafReader reader =
                    shelf.searcher().getIndexReader().leaves().getFirst().reader();
            return VectorFields.read(reader, 1, "");
        }
    }
}
