package io.text2vec.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import io.weaviate.client6.v1.api.collections.Property;
import io.weaviate.client6.v1.api.collections.VectorConfig;
import io.weaviate.client6.v1.api.collections.Vectors;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.aggregate.Aggregate;
import io.weaviate.client6.v1.api.collections.aggregate.AggregateResponse;
import io.weaviate.client6.v1.api.collections.aggregate.AggregateResponseGroup;
import io.weaviate.client6.v1.api.collections.aggregate.GroupBy;
import io.weaviate.client6.v1.api.collections.aggregate.PropertyAggregation;
import io.weaviate.client6.v1.api.collections.query.Filter;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Figures of many objects: over all, over filtered ones, over what a search finds, by groups. */
@Timeout(60)
class AggregatesIT {
    private static final String NAME = "AggregatedBook";
    private static final PropertyAggregation SUM_OF_PAGES = Aggregate.integer("pages", pages -> pages.sum());

    private static LocalApp app;
    private static WeaviateClient client;
    private static CollectionHandle<Map<String, Object>> books;

    @BeforeAll
    static void fill() throws Exception {
        app = LocalApp.start();
        client = app.connect();
        client.collections.delete(NAME);
        books = client.collections.create(NAME, book -> book.vectorConfig(VectorConfig.selfProvided())
                .properties(
                        Property.text("title"),
                        Property.integer("pages"),
                        Property.number("price"),
                        Property.bool("sold"),
                        Property.date("printed"),
                        Property.textArray("tags")));
        // The vectors lie at ever larger angles to the first.
        assertThat(books.data
                        .insertMany(List.of(
                                book("Emma", 100, 1.5, true, 1, List.of("a", "b"), 1, 0),
                                book("Persuasion", 300, 2.5, false, 2, List.of("a"), 0.9f, 0.1f),
                                book("Emma", 300, 4.0, true, 4, List.of("c"), 0.5f, 0.5f),
                                book("Dune", 200, 8.0, true, 4, List.of("c", "b"), 0, 1)))
                        .errors())
                .isEmpty();
    }

    private static WeaviateObject<Map<String, Object>> book(
            String title, int pages, double price, boolean sold, int day, List<String> tags, float x, float y) {
        Map<String, Object> properties = Map.of(
                "title", title, "pages", pages, "price", price, "sold", sold, "printed", text(day), "tags", tags);
        return WeaviateObject.of(object -> object.properties(properties).vectors(Vectors.of(new float[] {x, y})));
    }

    private static OffsetDateTime day(int day) {
        return OffsetDateTime.parse(text(day));
    }

    /** The client writes dates without seconds where these are zero, which is no RFC 3339. */
    private static String text(int day) {
        return "2020-01-0" + day + "T00:00:00Z";
    }

    @AfterAll
    static void end() throws Exception {
        client.collections.delete(NAME);
        client.close();
        app.close();
    }

    @Test
    void allAndFilteredObjectsAreCounted() {
        assertThat(books.size()).isEqualTo(4);
        assertThat(books.aggregate
                        .overAll(all ->
                                all.filters(Filter.property("pages").gt(200)).includeTotalCount(true))
                        .totalCount())
                .isEqualTo(2);
    }

    @Test
    void wholeNumbersHaveAllFigures() {
        var pages = books.aggregate
                .overAll(all -> all.metrics(Aggregate.integer("pages", figures -> figures.count()
                        .sum()
                        .mean()
                        .median()
                        .mode()
                        .min()
                        .max())))
                .integer("pages");

        assertThat(List.of(pages.count(), pages.sum(), pages.mode(), pages.min(), pages.max()))
                .containsExactly(4L, 900L, 300L, 100L, 300L);
        assertThat(List.of(pages.mean(), pages.median())).containsExactly(225.0, 250.0);
    }

    @Test
    void numbersHaveAllFigures() {
        var price = books.aggregate
                .overAll(all -> all.metrics(Aggregate.number("price", figures -> figures.count()
                        .sum()
                        .mean()
                        .median()
                        .mode()
                        .min()
                        .max())))
                .number("price");

        assertThat(price.count()).isEqualTo(4);
        assertThat(List.of(price.sum(), price.mean(), price.median(), price.mode(), price.min(), price.max()))
                .containsExactly(16.0, 4.0, 3.25, 1.5, 1.5, 8.0);
    }

    @Test
    void theMostFrequentTextsAreTold() {
        var title = books.aggregate
                .overAll(all -> all.metrics(Aggregate.text(
                        "title", figures -> figures.topOccurrencesValue().topOccurrencesCount())))
                .text("title");

        assertThat(title.topOccurrences())
                .extracting(top -> top.value(), top -> top.occurrenceCount())
                .containsExactly(tuple("Emma", 2L), tuple("Dune", 1L), tuple("Persuasion", 1L));
    }

    @Test
    void booleansHaveAllFigures() {
        var sold = books.aggregate
                .overAll(all -> all.metrics(Aggregate.bool("sold", figures -> figures.count()
                        .totalTrue()
                        .totalFalse()
                        .percentageTrue()
                        .percentageFalse())))
                .bool("sold");

        assertThat(List.of(sold.count(), sold.totalTrue(), sold.totalFalse())).containsExactly(4L, 3L, 1L);
        assertThat(List.of(sold.percentageTrue(), sold.percentageFalse())).containsExactly(0.75f, 0.25f);
    }

    @Test
    void datesHaveAllFigures() {
        var printed = books.aggregate
                .overAll(all -> all.metrics(Aggregate.date(
                        "printed",
                        figures -> figures.count().median().mode().min().max())))
                .date("printed");

        assertThat(printed.count()).isEqualTo(4);
        assertThat(List.of(printed.min(), printed.median(), printed.mode(), printed.max()))
                .containsExactly(day(1), day(3), day(4), day(4));
    }

    @Test
    void onlyWhatFitsAFilterCounts() {
        assertThat(sum(books.aggregate.overAll(
                        all -> all.filters(Filter.property("title").eq("Emma")).metrics(SUM_OF_PAGES))))
                .isEqualTo(400);
    }

    @Test
    void groupsAreToldTheLargestFirst() {
        List<AggregateResponseGroup<?>> groups = books.aggregate
                .overAll(all -> all.metrics(SUM_OF_PAGES).includeTotalCount(true), GroupBy.property("title"))
                .groups();

        AggregateResponseGroup<?> first = groups.getFirst();
        assertThat(first.groupedBy().property()).isEqualTo("title");
        assertThat(first.groupedBy().text()).isEqualTo("Emma");
        assertThat(first.totalCount()).isEqualTo(2);
        assertThat(first.integer("pages").sum()).isEqualTo(400);
        assertThat(groups.subList(1, groups.size()))
                .extracting(group -> group.groupedBy().text())
                .containsExactlyInAnyOrder("Dune", "Persuasion");
    }

    @Test
    void asManyGroupsAreToldAsAskedFor() {
        var groups = books.aggregate
                .overAll(GroupBy.property("pages", by -> by.limit(1)))
                .groups();

        assertThat(groups)
                .extracting(group -> group.groupedBy().number(), AggregateResponseGroup::totalCount)
                .containsExactly(tuple(300.0, 2L));
    }

    @Test
    void whatIsNearCounts() {
        float[] near = {1, 0};

        assertThat(sum(books.aggregate.nearVector(
                        near, all -> all.objectLimit(2).metrics(SUM_OF_PAGES))))
                .isEqualTo(400);
        assertThat(sum(books.aggregate.nearVector(
                        near, search -> search.distance(0.5f), all -> all.metrics(SUM_OF_PAGES))))
                .isEqualTo(700);
    }

    @Test
    void whatWordsAreFoundInCounts() {
        assertThat(sum(books.aggregate.hybrid("emma", search -> search.alpha(0), all -> all.objectLimit(10)
                        .metrics(SUM_OF_PAGES))))
                .isEqualTo(400);
    }

    @Test
    void aPropertyThatIsNotThereFails() {
        assertThatThrownBy(() -> books.aggregate.overAll(
                        all -> all.metrics(Aggregate.integer("weight", figures -> figures.sum()))))
                .isInstanceOf(RuntimeException.class);
    }

    private static long sum(AggregateResponse found) {
        return found.integer("pages").sum();
    }
}
