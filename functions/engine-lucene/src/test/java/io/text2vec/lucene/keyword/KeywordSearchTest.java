package io.text2vec.lucene.keyword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Ranking.Keyword;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.SearchedProperty;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.lucene.TestCollections;
import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermInSetQuery;
import org.junit.jupiter.api.Test;

class KeywordSearchTest {
    private static final CollectionDef ONE_TEXT =
            TestCollections.of(List.of(TestCollections.text("text", Tokenization.WORD)));
    private static final CollectionDef TITLE_AND_BODY = TestCollections.of(
            List.of(TestCollections.text("title", Tokenization.WORD), TestCollections.text("body", Tokenization.WORD)));

    @Test
    void scoresAsTheContractsWorkedNumbers() throws IOException {
        try (var shelf = new TextShelf(ONE_TEXT)) {
            shelf.put(1, "snow snow snow");
            shelf.put(2, "snow x");
            for (int i = 3; i <= 7; i++) {
                shelf.put(i, "x y z");
            }
            shelf.put(8, "x y z u");

            assertThat(search(shelf, "snow").getFirst().score()).isEqualTo(0.91495f, within(5e-6f));
        }
        try (var shelf = new TextShelf(ONE_TEXT)) {
            shelf.put(1, "snow x y z");
            shelf.put(2, "snow x");
            for (int i = 3; i <= 8; i++) {
                shelf.put(i, "x y z");
            }

            assertThat(search(shelf, "snow"))
                    .filteredOn(hit -> hit.id().equals(TextShelf.id(1)))
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.score()).isEqualTo(0.51237f, within(5e-6f)));
        }
    }

    @Test
    void lengthsCountExactlyHoweverLong() throws IOException {
        int longer = 70_001;
        try (var shelf = new TextShelf(ONE_TEXT)) {
            shelf.put(1, "snow" + " x".repeat(longer - 1));
            shelf.put(2, "y");

            double average = (longer + 1) / 2.0;
            double rarity = Math.log(1 + 1.5 / 1.5);
            assertThat(search(shelf, "snow").getFirst().score())
                    .isEqualTo((float) (rarity / (1 + 1.2 * (0.25 + 0.75 * longer / average))), within(1e-7f));
            assertThat(explanation(shelf, "snow")).isEqualTo(", BM25F_snow_frequency:1, BM25F_snow_propLength:70001");
        }
    }

    @Test
    void aTermThatStandsTwiceInTheQueryCountsTwice() throws IOException {
        try (var shelf = new TextShelf(ONE_TEXT)) {
            shelf.put(1, "snow ice");

            float once = search(shelf, "snow").getFirst().score();
            assertThat(search(shelf, "snow Snow").getFirst().score()).isEqualTo(2 * once, within(1e-6f));
        }
    }

    @Test
    void propertiesAddUpWithTheirBoostsAndShareTheRarityOfATerm() throws IOException {
        try (var shelf = new TextShelf(TITLE_AND_BODY)) {
            shelf.put(TextShelf.id(1), Map.of("title", "snow", "body", "a b c d"));
            shelf.put(TextShelf.id(2), Map.of("title", "other", "body", "snow b"));
            shelf.put(TextShelf.id(3), Map.of("title", "third", "body", "snow snow"));
            shelf.put(TextShelf.id(4), Map.of("body", "u v w x"));

            // 1 of the titles has it and 2 of the bodies: in whole numbers that is 1 on average.
            double rarity = Math.log(1 + (4 - 1 + 0.5) / 1.5);
            var hits = top(shelf.searcher(), TITLE_AND_BODY, keyword("snow", "title^3", "body"));

            assertThat(ids(hits)).containsExactly(TextShelf.id(1), TextShelf.id(3), TextShelf.id(2));
            assertThat(hits.get(0).score()).isEqualTo((float) (3 * rarity / 2.2), within(1e-6f));
            assertThat(hits.get(1).score())
                    .isEqualTo((float) (rarity * 2 / (2 + 1.2 * (0.25 + 0.75 * 2 / 3))), within(1e-6f));
        }
    }

    @Test
    void aPropertyNamedTwiceCountsOnceWithItsLastBoost() throws IOException {
        try (var shelf = new TextShelf(TITLE_AND_BODY)) {
            shelf.put(TextShelf.id(1), Map.of("title", "snow"));
            var searcher = shelf.searcher();

            assertThat(top(searcher, TITLE_AND_BODY, keyword("snow", "title^3", "title^2")))
                    .isEqualTo(top(searcher, TITLE_AND_BODY, keyword("snow", "title^2")));
        }
    }

    @Test
    void stopwordsOfAQueryFindNothingButCountInLengths() throws IOException {
        try (var shelf = new TextShelf(ONE_TEXT)) {
            shelf.put(1, "the snow of the north");

            assertThat(search(shelf, "the of")).isEmpty();
            assertThat(explanation(shelf, "the snow")).isEqualTo(", BM25F_snow_frequency:1, BM25F_snow_propLength:5");
        }
    }

    @Test
    void aMinimumOfTermsMustStandInOneProperty() throws IOException {
        try (var shelf = new TextShelf(TITLE_AND_BODY)) {
            shelf.put(TextShelf.id(1), Map.of("title", "snow ice", "body", "wind"));
            shelf.put(TextShelf.id(2), Map.of("title", "snow", "body", "ice wind"));
            shelf.put(TextShelf.id(3), Map.of("title", "snow", "body", "ice"));
            var searcher = shelf.searcher();

            assertThat(ids(matching(searcher, "snow ice wind", Match.Operator.OR, 2)))
                    .containsExactlyInAnyOrder(TextShelf.id(1), TextShelf.id(2));
            assertThat(matching(searcher, "snow ice", Match.Operator.OR, 3)).isEmpty();
            assertThat(ids(matching(searcher, "snow ice", Match.Operator.OR, 1)))
                    .hasSize(3);
        }
    }

    @Test
    void allTermsMustStandInOnePropertyOrWithCrossInAny() throws IOException {
        try (var shelf = new TextShelf(TITLE_AND_BODY)) {
            shelf.put(TextShelf.id(1), Map.of("title", "snow ice", "body", "wind"));
            shelf.put(TextShelf.id(2), Map.of("title", "snow", "body", "ice"));
            shelf.put(TextShelf.id(3), Map.of("title", "snow", "body", "snow"));
            var searcher = shelf.searcher();

            assertThat(ids(matching(searcher, "snow ice", Match.Operator.AND, 0)))
                    .containsExactly(TextShelf.id(1));
            assertThat(ids(matching(searcher, "snow ice", Match.Operator.AND_CROSS, 0)))
                    .containsExactlyInAnyOrder(TextShelf.id(1), TextShelf.id(2));
            assertThat(matching(searcher, "snow hail", Match.Operator.AND_CROSS, 0))
                    .isEmpty();
        }
    }

    @Test
    void eachPropertySplitsTheQueryItsOwnWay() throws IOException {
        var collection = TestCollections.of(List.of(
                TestCollections.text("title", Tokenization.FIELD), TestCollections.text("body", Tokenization.WORD)));
        try (var shelf = new TextShelf(collection)) {
            shelf.put(TextShelf.id(1), Map.of("title", "The Ice-Age", "body", "x"));
            shelf.put(TextShelf.id(2), Map.of("title", "Age", "body", "An age of ice"));
            var searcher = shelf.searcher();

            assertThat(ids(top(searcher, collection, keyword("The Ice-Age"))))
                    .containsExactlyInAnyOrder(TextShelf.id(1), TextShelf.id(2));
            assertThatThrownBy(() -> new KeywordSearch(
                            searcher,
                            collection,
                            new Keyword("x", List.of(), new Match(Match.Operator.AND_CROSS, OptionalInt.empty()))))
                    .isInstanceOf(CollectionException.Invalid.class)
                    .hasMessageContaining("AND_CROSS");
        }
    }

    @Test
    void equalScoresStandInTheOrderOfIds() throws IOException {
        try (var shelf = new TextShelf(ONE_TEXT)) {
            for (int i = 300; i > 0; i--) {
                shelf.put(i, "snow");
                if (i % 50 == 0) {
                    shelf.flush();
                }
            }

            assertThat(ids(top(shelf.searcher(), ONE_TEXT, keyword("snow"), 3)))
                    .containsExactly(TextShelf.id(1), TextShelf.id(2), TextShelf.id(3));
        }
    }

    @Test
    void aFilterChangesNoScore() throws IOException {
        try (var shelf = new TextShelf(ONE_TEXT)) {
            shelf.put(1, "snow ice");
            shelf.put(2, "snow");
            shelf.put(3, "wind");
            var searcher = shelf.searcher();
            var filter = new TermInSetQuery(Fields.ID, List.of(Fields.bytes(TextShelf.id(1))));

            var filtered = new KeywordSearch(searcher, ONE_TEXT, keyword("snow")).top(Optional.of(filter), 10);

            assertThat(filtered)
                    .isEqualTo(top(searcher, ONE_TEXT, keyword("snow")).stream()
                            .filter(hit -> hit.id().equals(TextShelf.id(1)))
                            .toList());
        }
    }

    @Test
    void deletedObjectsCountForNothingInTheRarity() throws IOException {
        try (var shelf = new TextShelf(ONE_TEXT)) {
            for (int i = 0; i < 20; i++) {
                shelf.put(i, "snow x");
            }
            shelf.flush();
            for (int i = 1; i < 20; i++) {
                shelf.put(i, "wind y");
            }

            double rarity = Math.log(1 + (20 - 1 + 0.5) / 1.5);
            assertThat(search(shelf, "snow")).singleElement().satisfies(hit -> assertThat(hit.score())
                    .isEqualTo((float) (rarity / 2.2), within(1e-6f)));
        }
    }

    @Test
    void passingOverBlocksChangesNothing() throws IOException {
        long seed = 42;
        var random = new Random(seed);
        try (var shelf = new TextShelf(ONE_TEXT)) {
            for (int i = 0; i < 20_000; i++) {
                String text = IntStream.range(0, 3 + random.nextInt(300 / (1 + i % 97)))
                        .mapToObj(word -> "w" + (int) Math.abs(random.nextGaussian() * 40))
                        .collect(Collectors.joining(" "));
                shelf.put(i, text);
            }
            var searcher = shelf.searcher();
            for (String query : List.of("w1 w50", "w3 w90 w120", "w0", "w2 w2 w110")) {
                var all = top(searcher, ONE_TEXT, keyword(query), 20_000);

                assertThat(top(searcher, ONE_TEXT, keyword(query), 10))
                        .as(query + ", seed " + seed)
                        .isEqualTo(all.stream().limit(10).toList());
                assertThat(all).isSortedAccordingTo(Comparator.comparingDouble(hit -> -hit.score()));
            }
        }
    }

    @Test
    void refusesPropertiesThatCantBeSearched() throws IOException {
        try (var shelf = new TextShelf(ONE_TEXT)) {
            var searcher = shelf.searcher();
            var nothing = TestCollections.of(List.of());

            assertThatThrownBy(() -> new KeywordSearch(searcher, ONE_TEXT, keyword("snow", "plot")))
                    .isInstanceOf(CollectionException.Invalid.class)
                    .hasMessageContaining("'plot'");
            assertThatThrownBy(() -> new KeywordSearch(searcher, nothing, keyword("snow")))
                    .isInstanceOf(CollectionException.Invalid.class)
                    .hasMessageContaining("indexSearchable");
        }
    }

    private static Keyword keyword(String query, String... properties) {
        return new Keyword(
                query, Stream.of(properties).map(KeywordSearchTest::property).toList(), Match.ANY);
    }

    private static SearchedProperty property(String boosted) {
        String[] parts = boosted.split("\\^", 2);
        return new SearchedProperty(parts[0], parts.length == 1 ? 1 : Float.parseFloat(parts[1]));
    }

    private static List<KeywordHit> matching(IndexSearcher searcher, String query, Match.Operator operator, int minimum)
            throws IOException {
        var match = new Match(operator, minimum == 0 ? OptionalInt.empty() : OptionalInt.of(minimum));
        return top(searcher, TITLE_AND_BODY, new Keyword(query, List.of(), match));
    }

    private static List<KeywordHit> search(TextShelf shelf, String query) throws IOException {
        return top(shelf.searcher(), ONE_TEXT, keyword(query));
    }

    private static String explanation(TextShelf shelf, String query) throws IOException {
        var search = new KeywordSearch(shelf.searcher(), ONE_TEXT, keyword(query));
        return search.explanation(search.top(Optional.empty(), 1).getFirst().document());
    }

    private static List<KeywordHit> top(IndexSearcher searcher, CollectionDef collection, Keyword keyword)
            throws IOException {
        return top(searcher, collection, keyword, 100);
    }

    private static List<KeywordHit> top(IndexSearcher searcher, CollectionDef collection, Keyword keyword, int count)
            throws IOException {
        return new KeywordSearch(searcher, collection, keyword).top(Optional.empty(), count);
    }

    private static List<UUID> ids(List<KeywordHit> hits) {
        return hits.stream().map(KeywordHit::id).toList();
    }
}
