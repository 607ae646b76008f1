package io.text2vec.lucene.sort;

import static io.text2vec.lucene.document.Films.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.Sort;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.lucene.document.Fields;
import io.text2vec.lucene.document.Films;
import io.text2vec.lucene.document.ObjectDocument;
import io.text2vec.lucene.document.Shelf;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

class SortingTest {
    private static final CollectionDef FILMS = Films.collection(
            Films.text("title", Tokenization.WORD),
            Films.plain("note", DataType.TEXT),
            Films.texts("actors", Tokenization.WORD),
            Films.one("year", DataType.INT),
            Films.one("rating", DataType.NUMBER),
            Films.one("seen", DataType.BOOLEAN),
            Films.one("shown", DataType.DATE),
            Films.one("place", DataType.GEO_COORDINATES),
            Films.one("studio", DataType.OBJECT));

    @Test
    void withoutOrderAllComeByIdFromAllSegments() throws IOException {
        try (Shelf shelf = new Shelf(FILMS)) {
            shelf.put(object(5, Map.of()), object(1, Map.of()), object(9, Map.of()));
            shelf.put(object(2, Map.of()), object(7, Map.of()));
            shelf.put(object(5, Map.of()));
            shelf.delete(Films.id(9));

            assertThat(page(shelf, Optional.empty(), 0, 10)).containsExactly(1L, 2L, 5L, 7L);
            assertThat(page(shelf, Optional.empty(), 1, 2)).containsExactly(2L, 5L);
            assertThat(page(shelf, Optional.empty(), 4, 2)).isEmpty();
            assertThat(page(shelf, Optional.empty(), 0, 0)).isEmpty();
            assertThat(page(shelf, Optional.of(Films.id(2)), 0, 2)).containsExactly(5L, 7L);
            assertThat(page(shelf, Optional.of(Films.id(3)), 0, 2)).containsExactly(5L, 7L);
            assertThat(page(shelf, Optional.of(Films.id(8)), 0, 2)).isEmpty();
        }
    }

    @Test
    void pagesBehindEachOtherAreTheWhole() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<UUID> ids = new ArrayList<>();
        try (Shelf shelf = new Shelf(FILMS)) {
            for (int segment = 0; segment < 4; segment++) {
                List<StoredObject> objects = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    UUID id = new UUID(random.nextLong(), random.nextLong());
                    ids.add(id);
                    objects.add(new StoredObject(id, 1, 1, Map.of(), Map.of()));
                }
                shelf.put(objects);
            }

            List<UUID> walked = new ArrayList<>();
            Optional<UUID> last = Optional.empty();
            List<UUID> page;
            do {
                page = ids(shelf.searcher(), Optional.empty(), List.of(), last, 0, 7);
                walked.addAll(page);
                last = page.isEmpty() ? last : Optional.of(page.getLast());
            } while (!page.isEmpty());

            assertThat(walked)
                    .containsExactlyElementsOf(ids.stream()
                            .sorted(java.util.Comparator.comparing(UUID::toString))
                            .toList());
        }
    }

    @Test
    void whatIsFilteredComesAsItWasCreated() throws IOException {
        try (Shelf shelf = new Shelf(FILMS)) {
            shelf.put(created(3, 30), created(4, 20));
            shelf.put(created(1, 40), created(2, 20));

            assertThat(numbers(shelf, new TermQuery(new Term(Fields.tokens("title"), "a")), List.of()))
                    .containsExactly(2L, 4L, 3L, 1L);
        }
    }

    @Test
    void textsAreOrderedWithoutRegardToCaseAndMissingIsLeast() throws IOException {
        try (Shelf shelf = new Shelf(FILMS)) {
            shelf.put(text(1, "title", "beta"), text(2, "title", "ALPHA"), object(3, Map.of()));
            shelf.put(text(4, "title", "Gamma"), text(5, "title", "alpha"), object(6, Map.of()), text(7, "title", ""));

            assertThat(sorted(shelf, up("title"))).containsExactly(3L, 6L, 7L, 2L, 5L, 1L, 4L);
            assertThat(sorted(shelf, down("title"))).containsExactly(4L, 1L, 2L, 5L, 7L, 3L, 6L);
        }
    }

    @Test
    void longTextsAreOrderedByTheirWhole() throws IOException {
        String same = "The same beginning of quite some length ";
        try (Shelf shelf = new Shelf(FILMS)) {
            shelf.put(text(1, "title", same + "c"), text(2, "title", same + "A"), text(3, "title", same));
            shelf.put(text(4, "title", same + "B"), text(5, "title", same + "a"), text(6, "title", "z"));

            assertThat(sorted(shelf, up("title"))).containsExactly(3L, 2L, 5L, 4L, 1L, 6L);
            assertThat(sorted(shelf, down("title"))).containsExactly(6L, 1L, 4L, 2L, 5L, 3L);
            assertThat(ids(shelf.searcher(), Optional.empty(), List.of(up("title")), Optional.empty(), 1, 2))
                    .containsExactly(Films.id(2), Films.id(5));
        }
    }

    @Test
    void aPropertyWithoutIndexIsReadFromTheSource() throws IOException {
        try (Shelf shelf = new Shelf(FILMS)) {
            shelf.put(text(1, "note", "b"), text(2, "note", "A"), object(3, Map.of()), text(4, "note", "c"));

            assertThat(sorted(shelf, up("note"))).containsExactly(3L, 2L, 1L, 4L);
            assertThat(sorted(shelf, down("note"))).containsExactly(4L, 1L, 2L, 3L);
        }
    }

    @Test
    void everyTypeHasItsOrder() throws IOException {
        try (Shelf shelf = new Shelf(FILMS)) {
            shelf.put(
                    object(
                            1,
                            Map.of(
                                    "year", new Value.Int(10),
                                    "rating", new Value.Number(-1),
                                    "seen", new Value.Bool(true),
                                    "shown", new Value.Date(OffsetDateTime.parse("2001-01-01T00:00:00+05:00")),
                                    "place", new Value.Geo(1, 2),
                                    "actors", texts("a", "C"))),
                    object(
                            2,
                            Map.of(
                                    "year", new Value.Int(-10),
                                    "rating", new Value.Number(0.5),
                                    "seen", new Value.Bool(false),
                                    "shown", new Value.Date(OffsetDateTime.parse("2001-01-01T00:00:00Z")),
                                    "place", new Value.Geo(1, 1),
                                    "actors", texts("A", "b"))));
            shelf.put(object(3, Map.of()));

            assertThat(sorted(shelf, up("year"))).containsExactly(3L, 2L, 1L);
            assertThat(sorted(shelf, down("year"))).containsExactly(1L, 2L, 3L);
            assertThat(sorted(shelf, up("rating"))).containsExactly(3L, 1L, 2L);
            assertThat(sorted(shelf, down("rating"))).containsExactly(2L, 1L, 3L);
            assertThat(sorted(shelf, up("seen"))).containsExactly(3L, 2L, 1L);
            assertThat(sorted(shelf, down("seen"))).containsExactly(1L, 2L, 3L);
            assertThat(sorted(shelf, up("shown"))).containsExactly(3L, 1L, 2L);
            assertThat(sorted(shelf, up("place"))).containsExactly(3L, 2L, 1L);
            assertThat(sorted(shelf, up("actors"))).containsExactly(3L, 2L, 1L);
            assertThat(sorted(shelf, down("actors"))).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void idsAndTimesAreOrderedToo() throws IOException {
        try (Shelf shelf = new Shelf(FILMS)) {
            shelf.put(object(2, Map.of()), object(3, Map.of()), object(1, Map.of()));

            assertThat(sorted(shelf, down("_id"))).containsExactly(3L, 2L, 1L);
            assertThat(sorted(shelf, up("id"))).containsExactly(1L, 2L, 3L);
            assertThat(sorted(shelf, down("_creationTimeUnix"))).containsExactly(3L, 2L, 1L);
            assertThat(sorted(shelf, up("_lastUpdateTimeUnix"))).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void tiesAreBrokenByTheNextKeyAndThenById() throws IOException {
        try (Shelf shelf = new Shelf(FILMS)) {
            shelf.put(film(4, "a", 1), film(3, "b", 2), film(2, "A", 2));
            shelf.put(film(1, "a", 1));

            assertThat(sorted(shelf, up("title"), down("year"))).containsExactly(2L, 1L, 4L, 3L);
            assertThat(sorted(shelf, down("year"), up("title"))).containsExactly(2L, 3L, 1L, 4L);
        }
    }

    @Test
    void manyEqualTextsAreSortedById() throws IOException {
        try (Shelf shelf = new Shelf(FILMS)) {
            shelf.put(LongStream.rangeClosed(1, 300)
                    .mapToObj(number -> text(301 - number, "title", "Same"))
                    .toList());

            assertThat(ids(shelf.searcher(), Optional.empty(), List.of(up("title")), Optional.empty(), 0, 3))
                    .containsExactly(Films.id(1), Films.id(2), Films.id(3));
        }
    }

    @Test
    void whatCannotBeSortedByIsNamed() throws IOException {
        try (Shelf shelf = new Shelf(FILMS)) {
            for (String path : List.of("nothing", "studio", "studio.name")) {
                assertThatThrownBy(() -> sorted(shelf, up(path)))
                        .isInstanceOf(CollectionException.Invalid.class)
                        .hasMessageContaining("'" + path + "'");
            }
            assertThatThrownBy(() -> ids(
                            shelf.searcher(), Optional.empty(), List.of(up("title")), Optional.of(Films.id(1)), 0, 1))
                    .isInstanceOf(CollectionException.Invalid.class)
                    .hasMessageContaining("after");
        }
    }

    private static Sort up(String path) {
        return new Sort(path, true);
    }

    private static Sort down(String path) {
        return new Sort(path, false);
    }

    private static StoredObject text(long number, String property, String text) {
        return object(number, Map.of(property, new Value.Text(text)));
    }

    private static StoredObject film(long number, String title, long year) {
        return object(number, Map.of("title", new Value.Text(title), "year", new Value.Int(year)));
    }

    private static StoredObject created(long number, long time) {
        return new StoredObject(Films.id(number), time, time, Map.of("title", new Value.Text("a")), Map.of());
    }

    private static Value texts(String... texts) {
        return new Value.Many(Arrays.stream(texts).<Value>map(Value.Text::new).toList());
    }

    private static List<Long> sorted(Shelf shelf, Sort... sort) throws IOException {
        return numbers(ids(shelf.searcher(), Optional.empty(), List.of(sort), Optional.empty(), 0, 100));
    }

    private static List<Long> numbers(Shelf shelf, Query filter, List<Sort> sort) throws IOException {
        return numbers(ids(shelf.searcher(), Optional.of(filter), sort, Optional.empty(), 0, 100));
    }

    private static List<Long> page(Shelf shelf, Optional<UUID> after, int offset, int limit) throws IOException {
        return numbers(ids(shelf.searcher(), Optional.empty(), List.of(), after, offset, limit));
    }

    private static List<Long> numbers(List<UUID> ids) {
        return ids.stream()
                .map(id -> id.getLeastSignificantBits() & Long.MAX_VALUE)
                .toList();
    }

    private static List<UUID> ids(
            IndexSearcher searcher,
            Optional<Query> filter,
            List<Sort> sort,
            Optional<UUID> after,
            int offset,
            int limit)
            throws IOException {
        List<UUID> ids = new ArrayList<>();
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int document : Sorting.page(searcher, FILMS, filter, sort, after, offset, limit)) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
            ids.add(ObjectDocument.id(leaf.reader(), document - leaf.docBase));
        }
        return ids;
    }
}
