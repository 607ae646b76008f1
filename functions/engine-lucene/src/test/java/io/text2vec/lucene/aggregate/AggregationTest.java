package io.text2vec.lucene.aggregate;

import static io.text2vec.lucene.aggregate.Books.book;
import static io.text2vec.lucene.aggregate.Books.everything;
import static io.text2vec.lucene.aggregate.Books.many;
import static io.text2vec.lucene.aggregate.Books.top;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.aggregate.Aggregated.Group;
import io.text2vec.collections.aggregate.Asked;
import io.text2vec.collections.aggregate.Statistic;
import io.text2vec.collections.aggregate.Summary;
import io.text2vec.collections.aggregate.Summary.Bools;
import io.text2vec.collections.aggregate.Summary.Occurrence;
import io.text2vec.collections.aggregate.Summary.Ordered;
import io.text2vec.collections.aggregate.Summary.Texts;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search.Fusion;
import io.text2vec.collections.query.Targets.Combination;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AggregationTest {
    private static final EnumSet<Statistic> OF_DATES =
            EnumSet.of(Statistic.MINIMUM, Statistic.MAXIMUM, Statistic.MEDIAN, Statistic.MODE);

    private Books books;

    @BeforeEach
    void open() throws IOException {
        books = new Books();
    }

    @AfterEach
    void close() throws IOException {
        books.close();
    }

    @Test
    void anEmptyCollectionHasNothingToCount() throws IOException {
        Group all =
                books.ask(everything("pages"), top("title", 5), top("sold", 0)).one();

        assertThat(all.objects()).isZero();
        assertThat(all.properties())
                .containsEntry("pages", new Ordered(0, Map.of()))
                .containsEntry("title", new Texts(0, List.of()))
                .containsEntry("sold", new Bools(0, 0));
    }

    @Test
    void tellsTheFiguresOfWholeNumbersOverAllSegments() throws IOException {
        books.put(pages(1, 100), pages(2, 300), pages(3, 300));
        books.put(pages(4, 200), book(5, Map.of()));

        Group all = books.ask(everything("pages")).one();

        assertThat(all.objects()).isEqualTo(5);
        assertThat(all.properties().get("pages"))
                .isEqualTo(new Ordered(
                        4,
                        Map.of(
                                Statistic.SUM, new Value.Int(900),
                                Statistic.MEAN, new Value.Number(225),
                                Statistic.MEDIAN, new Value.Number(250),
                                Statistic.MODE, new Value.Int(300),
                                Statistic.MINIMUM, new Value.Int(100),
                                Statistic.MAXIMUM, new Value.Int(300))));
    }

    @Test
    void tellsTheFiguresOfNumbersToTheLastBit() throws IOException {
        books.put(price(1, -1.5), price(2, 0.25), price(3, 0.25));

        assertThat(books.ask(everything("price")).one().properties().get("price"))
                .isEqualTo(new Ordered(
                        3,
                        Map.of(
                                Statistic.SUM, new Value.Number(-1),
                                Statistic.MEAN, new Value.Number(-1.0 / 3),
                                Statistic.MEDIAN, new Value.Number(0.25),
                                Statistic.MODE, new Value.Number(0.25),
                                Statistic.MINIMUM, new Value.Number(-1.5),
                                Statistic.MAXIMUM, new Value.Number(0.25))));
    }

    @Test
    void ofEquallyFrequentNumbersTheLeastIsTheMode() throws IOException {
        books.put(pages(1, 5), pages(2, -7), pages(3, 5), pages(4, -7));

        assertThat(figure("pages", Statistic.MODE)).isEqualTo(new Value.Int(-7));
    }

    @Test
    void aSumBeyondWholeNumbersIsTheLargestOfThem() throws IOException {
        books.put(pages(1, Long.MAX_VALUE), pages(2, Long.MAX_VALUE));

        assertThat(figure("pages", Statistic.SUM)).isEqualTo(new Value.Int(Long.MAX_VALUE));
    }

    @Test
    void aListCountsWithEachOfItsValues() throws IOException {
        books.put(
                book(1, Map.of("ratings", many(new Value.Int(1), new Value.Int(5), new Value.Int(5)))),
                book(2, Map.of("ratings", many())),
                book(3, Map.of("ratings", many(new Value.Int(1)), "tags", many(text("a"), text("b"), text("a")))));

        Group all = books.ask(new Asked("ratings", EnumSet.of(Statistic.SUM), 0), top("tags", 5))
                .one();

        assertThat(all.properties())
                .containsEntry("ratings", new Ordered(4, Map.of(Statistic.SUM, new Value.Int(12))))
                .containsEntry("tags", new Texts(3, List.of(new Occurrence("a", 2), new Occurrence("b", 1))));
    }

    @Test
    void tellsTheFiguresOfDatesInUtc() throws IOException {
        books.put(
                printed(1, "2020-01-01T00:00:00.123456+02:00"),
                printed(2, "2020-01-03T00:00:00Z"),
                printed(3, "2020-01-03T00:00:00Z"),
                printed(4, "2020-01-02T00:00:00Z"));

        assertThat(books.ask(new Asked("printed", OF_DATES, 0))
                        .one()
                        .properties()
                        .get("printed"))
                .isEqualTo(new Ordered(
                        4,
                        Map.of(
                                Statistic.MINIMUM, date("2019-12-31T22:00:00.123456Z"),
                                Statistic.MAXIMUM, date("2020-01-03T00:00:00Z"),
                                Statistic.MEDIAN, date("2020-01-02T12:00:00Z"),
                                Statistic.MODE, date("2020-01-03T00:00:00Z"))));
    }

    @Test
    void countsTrueAndFalse() throws IOException {
        books.put(
                book(1, Map.of("sold", new Value.Bool(true))),
                book(2, Map.of("sold", new Value.Bool(false))),
                book(
                        3,
                        Map.of(
                                "sold",
                                new Value.Bool(true),
                                "flags",
                                many(new Value.Bool(false), new Value.Bool(false)))));

        Group all = books.ask(top("sold", 0), top("flags", 0)).one();

        assertThat(all.properties()).containsEntry("sold", new Bools(2, 1)).containsEntry("flags", new Bools(0, 2));
    }

    @Test
    void theMostFrequentTextsAreWholeAndKeepTheirCase() throws IOException {
        String longer = "a text that goes on far behind what is kept of it to sort by";
        books.put(title(1, "the Holiday"), title(2, "The Holiday"), title(3, longer + " 1"), title(4, longer + " 2"));
        books.put(title(5, "The Holiday"), title(6, longer + " 2"), title(7, longer + " 2"));

        assertThat(tops("title", 3))
                .containsExactly(
                        new Occurrence(longer + " 2", 3),
                        new Occurrence("The Holiday", 2),
                        new Occurrence(longer + " 1", 1));
    }

    @Test
    void equallyFrequentTextsStandInTheirOrder() throws IOException {
        books.put(title(1, "b"), title(2, "é"), title(3, "a"), title(4, "Z"), title(5, "c"));

        assertThat(tops("title", 4)).extracting(Occurrence::text).containsExactly("Z", "a", "b", "c");
    }

    @Test
    void whatHasNoIndexIsReadFromTheObjects() throws IOException {
        books.put(
                book(1, Map.of("pagesBare", new Value.Int(3), "blurb", text("good"))),
                book(2, Map.of("pagesBare", new Value.Int(5), "blurb", text("good"))),
                book(3, Map.of("blurb", text("bad"))));

        Group all = books.ask(new Asked("pagesBare", EnumSet.of(Statistic.MEDIAN), 0), top("blurb", 1))
                .one();

        assertThat(all.properties())
                .containsEntry("pagesBare", new Ordered(2, Map.of(Statistic.MEDIAN, new Value.Number(4))))
                .containsEntry("blurb", new Texts(3, List.of(new Occurrence("good", 2))));
    }

    @Test
    void deletedObjectsDoNotCount() throws IOException {
        books.put(pages(1, 100), pages(2, 300), pages(3, 300));
        books.put(pages(3, 50)); // replaced
        books.delete(1);

        Group all = books.ask(everything("pages")).one();

        assertThat(all.objects()).isEqualTo(2);
        assertThat(((Ordered) all.properties().get("pages")).count()).isEqualTo(2);
        assertThat(figure("pages", Statistic.SUM)).isEqualTo(new Value.Int(350));
        assertThat(books.ask().by("pages", 10).run())
                .extracting(group -> group.by().orElseThrow(), Group::objects)
                .containsExactly(tuple(new Value.Int(50), 1L), tuple(new Value.Int(300), 1L));
    }

    @Test
    void onlyWhatFitsTheFilterCounts() throws IOException {
        books.put(pages(1, 100), pages(2, 200));
        books.put(pages(3, 300), pages(4, 400));
        books.delete(4);
        Filter many = new Filter.Condition(
                new FilterPath.Property("pages"), FilterOperator.GREATER_THAN, new Operand.Int(150));

        Group fitting = books.ask(everything("pages")).fitting(many).one();

        assertThat(fitting.objects()).isEqualTo(2);
        assertThat(((Ordered) fitting.properties().get("pages")).figures())
                .containsEntry(Statistic.SUM, new Value.Int(500));
        assertThat(books.ask().fitting(many).one().objects()).isEqualTo(2);
    }

    @Test
    void onlyTheNearestCount() throws IOException {
        books.put(pages(1, 1), pages(2, 2), pages(9, 9));

        assertThat(sumAmong(near(1, OptionalDouble.empty()), OptionalInt.of(2))).isEqualTo(3);
        assertThat(sumAmong(near(1, OptionalDouble.of(2)), OptionalInt.of(10))).isEqualTo(3);
    }

    @Test
    void allWithinADistanceCountWithoutALimit() throws IOException {
        books.put(pages(1, 1), pages(2, 2), pages(9, 9));
        books.put(pages(3, 3), pages(4, 4));
        books.delete(2);
        books.put(
                new StoredObject(Books.id(5), 5, 5, Map.of("pages", new Value.Int(50)), Map.of())); // without a vector

        assertThat(sumAmong(near(1, OptionalDouble.of(4)), OptionalInt.empty())).isEqualTo(4);
    }

    @Test
    void onlyWhatWordsAreFoundInCounts() throws IOException {
        books.put(
                book(1, Map.of("title", text("a holiday"), "pages", new Value.Int(1))),
                book(2, Map.of("title", text("snow"), "pages", new Value.Int(2))),
                book(3, Map.of("title", text("holiday holiday"), "pages", new Value.Int(4))));
        var words = new Ranking.Keyword("holiday", List.of(), Match.ANY);

        assertThat(sumAmong(words, OptionalInt.of(10))).isEqualTo(5);
        assertThat(sumAmong(words, OptionalInt.of(1))).isEqualTo(4);
        assertThat(sumAmong(
                        new Ranking.Hybrid(Optional.empty(), Optional.of(words), 0, Fusion.RELATIVE_SCORE),
                        OptionalInt.of(10)))
                .isEqualTo(5);
        assertThat(sumAmong(
                        new Ranking.Hybrid(
                                Optional.of(near(2, OptionalDouble.empty())),
                                Optional.of(words),
                                0.9,
                                Fusion.RELATIVE_SCORE),
                        OptionalInt.of(1)))
                .isEqualTo(2);
    }

    @Test
    void groupsByValueTheLargestFirst() throws IOException {
        books.put(titled(1, "b", 10), titled(2, "a", 20), titled(3, "b", 30));
        books.put(titled(4, "c", 40), titled(5, "c", 60), titled(6, "b", 50), pages(7, 1000));

        List<Group> groups = books.ask(everything("pages")).by("title", 2).run();

        assertThat(groups)
                .extracting(group -> group.by().orElseThrow(), Group::objects, AggregationTest::pagesOf)
                .containsExactly(tuple(text("b"), 3L, 90L), tuple(text("c"), 2L, 100L));
    }

    @Test
    void equallyLargeGroupsStandInTheOrderOfTheirValues() throws IOException {
        books.put(titled(1, "b", 1), titled(2, "a", 1), titled(3, "c", 1));

        assertThat(books.ask().by("title", 2).run())
                .extracting(group -> group.by().orElseThrow())
                .containsExactly(text("a"), text("b"));
    }

    @Test
    void aListPutsAnObjectInTheGroupOfEachOfItsValuesOnce() throws IOException {
        books.put(
                book(1, Map.of("tags", many(text("x"), text("y"), text("x")), "pages", new Value.Int(1))),
                book(2, Map.of("tags", many(text("x")), "pages", new Value.Int(2))));

        assertThat(books.ask(everything("pages")).by("tags", 10).run())
                .extracting(group -> group.by().orElseThrow(), Group::objects, AggregationTest::pagesOf)
                .containsExactly(tuple(text("x"), 2L, 3L), tuple(text("y"), 1L, 1L));
    }

    @Test
    void groupsByEveryTypeThatHasSingleValues() throws IOException {
        Value shelf = new Value.Uuid(Books.id(99));
        books.put(book(
                1,
                Map.of(
                        "pages",
                        new Value.Int(3),
                        "price",
                        new Value.Number(-0.5),
                        "sold",
                        new Value.Bool(false),
                        "printed",
                        date("2020-01-01T00:00:00+02:00"),
                        "shelf",
                        shelf,
                        "blurb",
                        text("unindexed"))));

        assertThat(only("pages")).isEqualTo(new Value.Int(3));
        assertThat(only("price")).isEqualTo(new Value.Number(-0.5));
        assertThat(only("sold")).isEqualTo(new Value.Bool(false));
        assertThat(only("printed")).isEqualTo(date("2020-01-01T00:00:00+02:00"));
        assertThat(only("shelf")).isEqualTo(shelf);
        assertThat(only("blurb")).isEqualTo(text("unindexed"));
    }

    @Test
    void groupsWhatASearchFound() throws IOException {
        books.put(titled(1, "a", 1), titled(2, "b", 2), titled(3, "a", 4));

        assertThat(books.ask(everything("pages"))
                        .among(near(1, OptionalDouble.empty()), OptionalInt.of(2))
                        .by("title", 10)
                        .run())
                .extracting(group -> group.by().orElseThrow(), AggregationTest::pagesOf)
                .containsExactly(tuple(text("a"), 1L), tuple(text("b"), 2L));
    }

    @Test
    void refusesAPropertyThatIsNotThere() {
        assertThatThrownBy(() -> books.ask(everything("weight")).run())
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("weight");
    }

    private Value figure(String property, Statistic statistic) throws IOException {
        Summary summary = books.ask(everything(property)).one().properties().get(property);
        return ((Ordered) summary).figures().get(statistic);
    }

    private List<Occurrence> tops(String property, int count) throws IOException {
        return ((Texts) books.ask(top(property, count)).one().properties().get(property)).top();
    }

    private long sumAmong(Ranking ranking, OptionalInt objectLimit) throws IOException {
        return pagesOf(
                books.ask(everything("pages")).among(ranking, objectLimit).one());
    }

    private static long pagesOf(Group group) {
        return ((Value.Int)
                        ((Ordered) group.properties().get("pages")).figures().get(Statistic.SUM))
                .value();
    }

    private Value only(String property) throws IOException {
        return books.ask().by(property, 10).one().by().orElseThrow();
    }

    private static Ranking.Near near(float at, OptionalDouble most) {
        return new Ranking.Near(List.of(new Ranking.Target("", new float[] {at}, 1)), Combination.MINIMUM, most);
    }

    private static StoredObject pages(int number, long pages) {
        return book(number, Map.of("pages", new Value.Int(pages)));
    }

    private static StoredObject price(int number, double price) {
        return book(number, Map.of("price", new Value.Number(price)));
    }

    private static StoredObject title(int number, String title) {
        return book(number, Map.of("title", text(title)));
    }

    private static StoredObject titled(int number, String title, long pages) {
        return book(number, Map.of("title", text(title), "pages", new Value.Int(pages)));
    }

    private static StoredObject printed(int number, String date) {
        return book(number, Map.of("printed", date(date)));
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Value date(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        return new Value.Date(text.endsWith("Z") ? time.withOffsetSameInstant(ZoneOffset.UTC) : time);
    }
}
