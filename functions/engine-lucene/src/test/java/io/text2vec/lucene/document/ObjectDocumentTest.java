package io.text2vec.lucene.document;

import static io.text2vec.lucene.document.Films.id;
import static io.text2vec.lucene.document.Films.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Tokenization;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.Test;

class ObjectDocumentTest {
    private static final Wanted PROPERTIES = new Wanted(true, Set.of(), false, false);

    private static final CollectionDef COLLECTION = Films.collection(
            Films.text("title", Tokenization.WORD),
            Films.texts("actors", Tokenization.WORD),
            Films.one("year", DataType.INT),
            Films.one("seen", DataType.BOOLEAN),
            Films.one("poster", DataType.BLOB),
            Films.plain("note", DataType.TEXT));

    private static final Map<String, Value> PROPERTIES_OF_ALL_KINDS = Map.of(
            "title", new Value.Text("The Holiday"),
            "actors", new Value.Many(List.of(new Value.Text("Kate Winslet"), new Value.Text("Jude Law"))),
            "year", new Value.Int(2006),
            "seen", new Value.Bool(true),
            "poster", new Value.Blob("aGVsbG8="),
            "note", new Value.Text("x".repeat(40_000)),
            "unknown", new Value.Date(OffsetDateTime.parse("2006-12-08T00:00:00Z")));

    @Test
    void anObjectIsReadAsItWasWritten() throws IOException {
        try (Shelf shelf = new Shelf(COLLECTION)) {
            StoredObject film = object(7, PROPERTIES_OF_ALL_KINDS);
            shelf.put(object(6, Map.of()), film);

            assertThat(ObjectDocument.read(leaf(shelf), 1, PROPERTIES, COLLECTION))
                    .isEqualTo(film);
        }
    }

    @Test
    void whatIsNotWantedIsNotRead() throws IOException {
        try (Shelf shelf = new Shelf(COLLECTION)) {
            shelf.put(object(7, PROPERTIES_OF_ALL_KINDS));

            assertThat(ObjectDocument.read(leaf(shelf), 0, Wanted.NOTHING, COLLECTION))
                    .isEqualTo(object(7, Map.of()));
        }
    }

    @Test
    void anotherObjectOfTheSameIdReplacesTheFirst() throws IOException {
        try (Shelf shelf = new Shelf(COLLECTION)) {
            shelf.put(object(7, Map.of("title", new Value.Text("First"))));
            shelf.put(object(7, Map.of("title", new Value.Text("Second"))));

            assertThat(shelf.searcher().getIndexReader().numDocs()).isEqualTo(1);
        }
    }

    @Test
    void tokensOfAllElementsAreCountedTogether() throws IOException {
        try (Shelf shelf = new Shelf(COLLECTION)) {
            shelf.put(object(7, PROPERTIES_OF_ALL_KINDS), object(8, Map.of("actors", new Value.Many(List.of()))));

            LeafReader reader = leaf(shelf).reader();

            assertThat(reader.totalTermFreq(new Term(Fields.tokens("actors"), "winslet")))
                    .isEqualTo(1);
            NumericDocValues counts = reader.getNormValues(Fields.tokens("actors"));
            assertThat(counts.advanceExact(0)).isTrue();
            assertThat(counts.longValue()).isEqualTo(4);
            assertThat(counts.advanceExact(1)).isTrue();
            assertThat(counts.longValue()).isZero();
        }
    }

    @Test
    void aTextIsIndexedOnce() throws IOException {
        try (Shelf shelf = new Shelf(COLLECTION)) {
            shelf.put(object(7, PROPERTIES_OF_ALL_KINDS));

            LeafReader reader = leaf(shelf).reader();

            List<String> withTerms = new java.util.ArrayList<>();
            reader.getFieldInfos().forEach(field -> {
                if (field.getIndexOptions() != IndexOptions.NONE) {
                    withTerms.add(field.name);
                }
            });
            assertThat(withTerms).containsExactlyInAnyOrder("_id", "_present", "s.title", "s.actors", "v.seen");
        }
    }

    @Test
    void aWordLongerThanLuceneHasRoomForIsIndexed() throws IOException {
        CollectionDef exact = Films.collection(Films.text("title", Tokenization.FIELD));
        try (Shelf shelf = new Shelf(exact)) {
            StoredObject film = object(7, Map.of("title", new Value.Text("x".repeat(100_000))));
            shelf.put(film);

            assertThat(ObjectDocument.read(leaf(shelf), 0, PROPERTIES, exact)).isEqualTo(film);
        }
    }

    @Test
    void bytesOfIdsHaveTheOrderOfTheirTexts() {
        assertThat(Fields.bytes(id(5))).isLessThan(Fields.bytes(id(1L << 62)));
        assertThat(Fields.uuid(Fields.bytes(id(5)))).isEqualTo(id(5));
    }

    @Test
    void datesFarAwayKeepTheirOrder() {
        assertThat(Fields.micros(OffsetDateTime.MAX)).isGreaterThan(Fields.micros(date("9999-12-31T00:00:00Z")));
        assertThat(Fields.micros(OffsetDateTime.MIN)).isLessThan(Fields.micros(date("0001-01-01T00:00:00Z")));
        assertThat(Fields.micros(date("1970-01-01T01:00:00.0000015+01:00"))).isEqualTo(1);
    }

    private static OffsetDateTime date(String text) {
        return OffsetDateTime.parse(text);
    }

    private static LeafReaderContext leaf(Shelf shelf) throws IOException {
        return shelf.searcher().getIndexReader().leaves().getFirst();
    }
}
