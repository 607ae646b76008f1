package io.text2vec.lucene.filter;

import static io.text2vec.collections.filter.FilterOperator.CONTAINS_ALL;
import static io.text2vec.collections.filter.FilterOperator.CONTAINS_ANY;
import static io.text2vec.collections.filter.FilterOperator.CONTAINS_NONE;
import static io.text2vec.collections.filter.FilterOperator.EQUAL;
import static io.text2vec.collections.filter.FilterOperator.GREATER_THAN;
import static io.text2vec.collections.filter.FilterOperator.GREATER_THAN_EQUAL;
import static io.text2vec.collections.filter.FilterOperator.IS_NULL;
import static io.text2vec.collections.filter.FilterOperator.LESS_THAN;
import static io.text2vec.collections.filter.FilterOperator.LESS_THAN_EQUAL;
import static io.text2vec.collections.filter.FilterOperator.LIKE;
import static io.text2vec.collections.filter.FilterOperator.NOT_EQUAL;
import static io.text2vec.collections.filter.FilterOperator.WITHIN_GEO_RANGE;
import static io.text2vec.lucene.document.Films.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.lucene.document.Films;
import io.text2vec.lucene.document.ObjectDocument;
import io.text2vec.lucene.document.Shelf;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FiltersTest {
    private static final UUID SOME_ID = UUID.fromString("0a000000-0000-4000-8000-00000000000f");
    private static final UUID OTHER_ID = UUID.fromString("ff000000-0000-4000-8000-00000000000f");

    private static final CollectionDef FILMS = Films.collection(
            Films.text("title", Tokenization.WORD),
            Films.text("code", Tokenization.FIELD),
            Films.text("path", Tokenization.WHITESPACE),
            Films.text("gram", Tokenization.TRIGRAM),
            Films.texts("actors", Tokenization.WORD),
            Films.one("year", DataType.INT),
            Films.many("years", DataType.INT),
            Films.one("rating", DataType.NUMBER),
            Films.one("seen", DataType.BOOLEAN),
            Films.one("shown", DataType.DATE),
            Films.one("key", DataType.UUID),
            Films.one("place", DataType.GEO_COORDINATES),
            Films.many("flags", DataType.BOOLEAN));

    private static Shelf shelf;

    @BeforeAll
    static void fill() throws IOException {
        shelf = new Shelf(FILMS);
        shelf.put(
                object(
                        1,
                        Map.of(
                                "title", new Value.Text("The Holiday"),
                                "code", new Value.Text("Ab-1 x"),
                                "path", new Value.Text("C:\\films\\a*b One"),
                                "gram", new Value.Text("The Holiday"),
                                "actors", texts("Kate Winslet", "Jude Law"),
                                "year", new Value.Int(2006),
                                "years", new Value.Many(List.of(new Value.Int(2005), new Value.Int(2006))),
                                "rating", new Value.Number(6.5),
                                "seen", new Value.Bool(true))),
                object(
                        2,
                        Map.of(
                                "title", new Value.Text("A holiday in the sun"),
                                "code", new Value.Text("ab-1 x"),
                                "actors", texts("Jude Winslet"),
                                "year", new Value.Int(1990),
                                "rating", new Value.Number(-0.0),
                                "seen", new Value.Bool(false),
                                "shown", date("2001-02-03T04:05:06.5+02:00"),
                                "key", new Value.Uuid(SOME_ID),
                                "place", new Value.Geo(52.52f, 13.405f))));
        shelf.put(
                object(
                        3,
                        Map.of(
                                "title", new Value.Text("Sun"),
                                "actors", texts(),
                                "year", new Value.Int(-5),
                                "years", new Value.Many(List.of(new Value.Int(7))),
                                "rating", new Value.Number(1e300),
                                "shown", date("2001-02-03T02:05:06.5Z"),
                                "key", new Value.Uuid(OTHER_ID),
                                "place", new Value.Geo(48.137f, 11.575f),
                                "flags", new Value.Many(List.of(new Value.Bool(true), new Value.Bool(false))))),
                object(4, Map.of("title", new Value.Text(""))),
                object(9, Map.of()));
        shelf.delete(Films.id(9));
    }

    @AfterAll
    static void empty() throws IOException {
        shelf.close();
    }

    @Test
    void equalTextHasAllTokensOfTheValueInAnyOrder() throws IOException {
        assertThat(find(is("title", EQUAL, "HOLIDAY"))).containsExactly(1L, 2L);
        assertThat(find(is("title", EQUAL, "sun, the holiday"))).containsExactly(2L);
        assertThat(find(is("Title", EQUAL, "sun"))).containsExactly(2L, 3L);
        assertThat(find(is("title", EQUAL, "hol"))).isEmpty();
        assertThat(find(is("actors", EQUAL, "jude winslet"))).containsExactly(1L, 2L);
    }

    @Test
    void fieldsAreEqualAsAWhole() throws IOException {
        assertThat(find(is("code", EQUAL, " Ab-1 x"))).containsExactly(1L);
        assertThat(find(is("code", EQUAL, "Ab-1"))).isEmpty();
    }

    @Test
    void trigramsFindParts() throws IOException {
        assertThat(find(is("gram", EQUAL, "oli da"))).containsExactly(1L);
        assertThat(find(is("gram", EQUAL, "idol"))).isEmpty();
    }

    @Test
    void stopwordsAreDroppedAndNothingElseIsAnError() throws IOException {
        assertThat(find(is("title", EQUAL, "The a Sun"))).containsExactly(2L, 3L);
        assertThatThrownBy(() -> find(is("title", EQUAL, "the")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("'title'")
                .hasMessageContaining("stopwords");
    }

    @Test
    void theComplementHasObjectsWithoutAValue() throws IOException {
        assertThat(find(is("title", NOT_EQUAL, "holiday"))).containsExactly(3L, 4L);
        assertThat(find(new Filter.Not(is("title", EQUAL, "holiday")))).containsExactly(3L, 4L);
        assertThat(find(contains("year", CONTAINS_NONE, integer(2006), integer(-5))))
                .containsExactly(2L, 4L);
        assertThat(find(new Filter.Not(new Filter.Not(is("title", EQUAL, "holiday")))))
                .containsExactly(1L, 2L);
    }

    @Test
    void numbersCompareAsNumbers() throws IOException {
        assertThat(find(is("year", EQUAL, 2006))).containsExactly(1L);
        assertThat(find(is("year", NOT_EQUAL, 2006))).containsExactly(2L, 3L, 4L);
        assertThat(find(is("year", GREATER_THAN, 1990))).containsExactly(1L);
        assertThat(find(is("year", GREATER_THAN_EQUAL, 1990))).containsExactly(1L, 2L);
        assertThat(find(is("year", LESS_THAN, 1990))).containsExactly(3L);
        assertThat(find(is("year", LESS_THAN_EQUAL, 1990))).containsExactly(2L, 3L);
        assertThat(find(is("year", GREATER_THAN, Long.MAX_VALUE))).isEmpty();
        assertThat(find(is("year", LESS_THAN, Long.MIN_VALUE))).isEmpty();
        assertThat(find(is("rating", GREATER_THAN, new Operand.Number(6.5)))).containsExactly(3L);
        assertThat(find(is("rating", LESS_THAN_EQUAL, new Operand.Number(6.5)))).containsExactly(1L, 2L);
        assertThat(find(is("rating", EQUAL, new Operand.Number(0)))).containsExactly(2L);
        assertThat(find(is("rating", LESS_THAN, new Operand.Number(0)))).isEmpty();
    }

    @Test
    void ofAListOneElementIsEnough() throws IOException {
        assertThat(find(is("years", EQUAL, 2005))).containsExactly(1L);
        assertThat(find(is("years", LESS_THAN, 100))).containsExactly(3L);
        assertThat(find(contains("years", CONTAINS_ALL, integer(2005), integer(2006))))
                .containsExactly(1L);
        assertThat(find(contains("years", CONTAINS_ALL, integer(2005), integer(7))))
                .isEmpty();
        assertThat(find(contains("years", CONTAINS_ANY, integer(2005), integer(7))))
                .containsExactly(1L, 3L);
        assertThat(find(is("flags", EQUAL, new Operand.Bool(false)))).containsExactly(3L);
    }

    @Test
    void numbersAreReadWhereNothingIsLost() throws IOException {
        assertThat(find(is("year", EQUAL, new Operand.Number(2006)))).containsExactly(1L);
        assertThat(find(is("year", EQUAL, "2006"))).containsExactly(1L);
        assertThat(find(is("rating", EQUAL, "6.5"))).containsExactly(1L);
        assertThat(find(is("rating", GREATER_THAN, 6))).containsExactly(1L, 3L);
        refused(is("year", EQUAL, new Operand.Number(3.5)), "int");
        refused(is("year", EQUAL, new Operand.Number(1e30)), "int");
        refused(is("year", EQUAL, "x"), "int");
        refused(is("rating", EQUAL, "NaN"), "number");
        refused(is("rating", EQUAL, (1L << 53) + 1), "number");
        refused(is("year", EQUAL, new Operand.Bool(true)), "int");
    }

    @Test
    void booleansAndUuidsAreEqualOrNot() throws IOException {
        assertThat(find(is("seen", EQUAL, new Operand.Bool(true)))).containsExactly(1L);
        assertThat(find(is("seen", NOT_EQUAL, new Operand.Bool(true)))).containsExactly(2L, 3L, 4L);
        assertThat(find(is("key", EQUAL, SOME_ID.toString().toUpperCase(java.util.Locale.ROOT))))
                .containsExactly(2L);
        assertThat(find(is("key", GREATER_THAN, SOME_ID.toString()))).containsExactly(3L);
        refused(is("seen", GREATER_THAN, new Operand.Bool(true)), "boolean");
        refused(is("seen", EQUAL, "true"), "boolean");
        refused(is("key", EQUAL, "0a"), "uuid");
    }

    @Test
    void datesAreTheSamePointInAnyOffset() throws IOException {
        assertThat(find(is("shown", EQUAL, "2001-02-03T01:05:06.5-01:00"))).containsExactly(2L, 3L);
        assertThat(find(is("shown", GREATER_THAN, "2001-02-03T02:05:06Z"))).containsExactly(2L, 3L);
        assertThat(find(is("shown", LESS_THAN, "2001-02-03T02:05:06Z"))).isEmpty();
        refused(is("shown", EQUAL, "yesterday"), "date");
    }

    @Test
    void patternsFitTokens() throws IOException {
        assertThat(find(is("title", LIKE, "hol*"))).containsExactly(1L, 2L);
        assertThat(find(is("title", LIKE, "*DAY"))).containsExactly(1L, 2L);
        assertThat(find(is("title", LIKE, "s?n"))).containsExactly(2L, 3L);
        assertThat(find(is("title", LIKE, "s?n h*y"))).containsExactly(2L);
        assertThat(find(is("title", LIKE, "sun"))).containsExactly(2L, 3L);
        assertThat(find(is("title", LIKE, "s?"))).isEmpty();
        assertThat(find(is("code", LIKE, "?b-*x"))).containsExactly(1L, 2L);
        assertThat(find(is("code", LIKE, "Ab*"))).containsExactly(1L);
        assertThat(find(is("path", LIKE, "C:\\films\\a*"))).containsExactly(1L);
        assertThat(find(is("path", LIKE, "*\\a?b"))).containsExactly(1L);
        assertThat(find(is("gram", LIKE, "h?l"))).containsExactly(1L);
        refused(is("year", LIKE, "2*"), "texts and _id");
        refused(is("title", LIKE, "*a" + "?".repeat(60)), "too many ways");
    }

    @Test
    void textsCompareTokenByToken() throws IOException {
        assertThat(find(is("title", GREATER_THAN, "holiday"))).containsExactly(1L, 2L, 3L);
        assertThat(find(is("title", LESS_THAN, "the holiday"))).containsExactly(2L);
        assertThat(find(is("code", GREATER_THAN, "Ab-1 x"))).containsExactly(2L);
        assertThat(find(is("code", LESS_THAN_EQUAL, "Ab-1 x"))).containsExactly(1L);
    }

    @Test
    void containsComparesEachValueAsEqualDoes() throws IOException {
        assertThat(find(contains("actors", CONTAINS_ANY, text("kate"), text("nobody"))))
                .containsExactly(1L);
        assertThat(find(contains("actors", CONTAINS_ANY, text("law kate"), text("nobody here"))))
                .containsExactly(1L);
        assertThat(find(contains("actors", CONTAINS_ALL, text("jude"), text("winslet"))))
                .containsExactly(1L, 2L);
        assertThat(find(contains("actors", CONTAINS_NONE, text("kate")))).containsExactly(2L, 3L, 4L);
        assertThat(find(contains("title", CONTAINS_ANY, text("sun"), text("x"))))
                .containsExactly(2L, 3L);
        assertThat(find(is("year", CONTAINS_ANY, 2006))).containsExactly(1L);
        refused(contains("title", CONTAINS_ANY), "one value at least");
        refused(contains("title", EQUAL, text("a")), "not with a list");
    }

    @Test
    void idsAreFoundByTextOrderAndPattern() throws IOException {
        assertThat(find(id(EQUAL, Films.id(2).toString()))).containsExactly(2L);
        assertThat(find(id(NOT_EQUAL, Films.id(2).toString()))).containsExactly(1L, 3L, 4L);
        assertThat(find(id(GREATER_THAN, Films.id(2).toString()))).containsExactly(3L, 4L);
        assertThat(find(id(LESS_THAN_EQUAL, Films.id(2).toString()))).containsExactly(1L, 2L);
        assertThat(find(id(LIKE, "80000000-0000-4000-8000-*3"))).containsExactly(3L);
        assertThat(find(id(LIKE, "8*?3"))).containsExactly(3L);
        assertThat(find(id(LIKE, "*"))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(find(id(LIKE, "81*"))).isEmpty();
        assertThat(find(id(LIKE, "8*z"))).isEmpty();
        assertThat(find(new Filter.Condition(
                        new FilterPath.Id(),
                        CONTAINS_ANY,
                        new Operand.Many(List.of(
                                text(Films.id(3).toString()), text(Films.id(1).toString()))))))
                .containsExactly(1L, 3L);
        refused(id(EQUAL, "abc"), "_id");
    }

    @Test
    void timesAreDatesOrMilliseconds() throws IOException {
        assertThat(find(created(GREATER_THAN, "1970-01-01T00:00:02Z"))).containsExactly(3L, 4L);
        assertThat(find(created(EQUAL, "2000"))).containsExactly(2L);
        assertThat(find(created(LESS_THAN_EQUAL, "1970-01-01T01:00:02+01:00"))).containsExactly(1L, 2L);
        assertThat(find(new Filter.Condition(new FilterPath.Updated(), LESS_THAN, text("4001"))))
                .containsExactly(1L, 2L);
        refused(created(EQUAL, "noon"), "RFC 3339");
        refused(created(LIKE, "2*"), "texts and _id");
    }

    @Test
    void whatIsEmptyIsNull() throws IOException {
        assertThat(find(is("actors", IS_NULL, new Operand.Bool(true)))).containsExactly(3L, 4L);
        assertThat(find(is("actors", IS_NULL, new Operand.Bool(false)))).containsExactly(1L, 2L);
        assertThat(find(is("title", IS_NULL, new Operand.Bool(true)))).containsExactly(4L);
        assertThat(find(is("seen", IS_NULL, new Operand.Bool(false)))).containsExactly(1L, 2L);
        refused(is("seen", IS_NULL, "true"), "boolean");
    }

    @Test
    void lengthsCountCharactersAndElements() throws IOException {
        assertThat(find(length("title", EQUAL, 3))).containsExactly(3L);
        assertThat(find(length("title", GREATER_THAN, 3))).containsExactly(1L, 2L);
        assertThat(find(length("title", EQUAL, 0))).containsExactly(4L);
        assertThat(find(length("title", NOT_EQUAL, 3))).containsExactly(1L, 2L, 4L);
        assertThat(find(length("actors", LESS_THAN, 2))).containsExactly(2L, 3L, 4L);
        assertThat(find(length("actors", GREATER_THAN_EQUAL, 0))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(find(length("actors", LESS_THAN, 0))).isEmpty();
        refused(length("year", EQUAL, 4), "have a length");
    }

    @Test
    void placesAreFoundWithinACircle() throws IOException {
        assertThat(find(is("place", WITHIN_GEO_RANGE, new Operand.GeoRange(52.5f, 13.4f, 5_000))))
                .containsExactly(2L);
        assertThat(find(is("place", WITHIN_GEO_RANGE, new Operand.GeoRange(52.5f, 13.4f, 600_000))))
                .containsExactly(2L, 3L);
        refused(is("place", WITHIN_GEO_RANGE, new Operand.GeoRange(99, 13.4f, 5_000)), "latitude");
        refused(is("place", WITHIN_GEO_RANGE, new Operand.GeoRange(9, 13.4f, -1)), "metres");
        refused(is("place", EQUAL, "here"), "WithinGeoRange");
        refused(is("year", WITHIN_GEO_RANGE, new Operand.GeoRange(9, 9, 1)), "geoCoordinates");
    }

    @Test
    void treesAreCombined() throws IOException {
        Filter holiday = is("title", EQUAL, "holiday");
        Filter sun = is("title", EQUAL, "sun");
        assertThat(find(new Filter.And(List.of(holiday, sun)))).containsExactly(2L);
        assertThat(find(new Filter.Or(List.of(holiday, sun)))).containsExactly(1L, 2L, 3L);
        assertThat(find(new Filter.And(List.of(sun, new Filter.Not(holiday))))).containsExactly(3L);
        assertThat(find(new Filter.And(List.of(new Filter.Not(sun), new Filter.Not(holiday)))))
                .containsExactly(4L);
        assertThat(find(new Filter.Or(List.of(new Filter.Not(sun), is("year", EQUAL, -5)))))
                .containsExactly(1L, 3L, 4L);
    }

    @Test
    void thousandsOfConditionsOnIdsAreOneList() throws IOException {
        List<Filter> ids = LongStream.range(2, 9_000)
                .<Filter>mapToObj(number -> id(EQUAL, Films.id(number).toString()))
                .toList();

        assertThat(find(new Filter.Or(ids))).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aLongTextIsComparedByAllItsTokens() throws IOException {
        String words = String.join(
                " ", LongStream.range(0, 3_000).mapToObj(number -> "w" + number).toList());

        assertThat(find(is("title", EQUAL, words))).isEmpty();
    }

    private static List<Long> find(Filter filter) throws IOException {
        Query query = Filters.of(FILMS, filter, new NothingPointed());
        IndexSearcher searcher = shelf.searcher();
        List<Long> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, 100).scoreDocs) {
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            found.add(ObjectDocument.id(leaf.reader(), hit.doc - leaf.docBase).getLeastSignificantBits()
                    & Long.MAX_VALUE);
        }
        assertThat((long) searcher.count(query)).isEqualTo(found.size());
        found.sort(null);
        return found;
    }

    private static void refused(Filter filter, String... says) {
        assertThatThrownBy(() -> find(filter))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContainingAll(says);
    }

    private static Filter is(String property, FilterOperator operator, String text) {
        return is(property, operator, text(text));
    }

    private static Filter is(String property, FilterOperator operator, long number) {
        return is(property, operator, integer(number));
    }

    private static Filter is(String property, FilterOperator operator, Operand operand) {
        return new Filter.Condition(new FilterPath.Property(property), operator, operand);
    }

    private static Filter contains(String property, FilterOperator operator, Operand... operands) {
        return is(property, operator, new Operand.Many(Arrays.asList(operands)));
    }

    private static Filter id(FilterOperator operator, String text) {
        return new Filter.Condition(new FilterPath.Id(), operator, text(text));
    }

    private static Filter created(FilterOperator operator, String text) {
        return new Filter.Condition(new FilterPath.Created(), operator, text(text));
    }

    private static Filter length(String property, FilterOperator operator, long number) {
        return new Filter.Condition(new FilterPath.Length(property), operator, integer(number));
    }

    private static Operand text(String text) {
        return new Operand.Text(text);
    }

    private static Operand integer(long number) {
        return new Operand.Int(number);
    }

    private static Value texts(String... texts) {
        return new Value.Many(Arrays.stream(texts).<Value>map(Value.Text::new).toList());
    }

    private static Value date(String text) {
        return new Value.Date(OffsetDateTime.parse(text));
    }
}
