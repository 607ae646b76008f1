package io.text2vec.collections.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.GroupBy;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.SearchResult.Group;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.InvertedIndex;
import io.text2vec.collections.schema.MultiTenancy;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.PropertyType;
import io.text2vec.collections.schema.Stopwords;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final UUID ID = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
    private static final CollectionDef FILMS = new CollectionDef(
            "Film",
            Optional.empty(),
            List.of(property("genre", DataType.TEXT), property("studio", DataType.OBJECT)),
            false,
            Map.of(),
            new InvertedIndex(0.75, 1.2, new Stopwords("en", List.of(), List.of()), false, false, false, 60, true),
            MultiTenancy.OFF,
            Map.of(),
            Map.of(),
            Map.of());

    @Test
    void groupsStandInTheOrderOfTheirFirstHitsAndFillUp() {
        List<Hit> hits = List.of(
                hit(0.1, text("a")),
                hit(0.2, text("b")),
                hit(0.3, text("a")),
                hit(0.4, text("c")),
                hit(0.5, text("a")),
                hit(0.6, text("b")));

        List<Group> groups = Grouping.of(FILMS, new GroupBy("Genre", 2, 2), hits);

        assertThat(groups)
                .containsExactly(
                        new Group(
                                "a", OptionalDouble.of(0.1), OptionalDouble.of(0.3), List.of(hits.get(0), hits.get(2))),
                        new Group(
                                "b",
                                OptionalDouble.of(0.2),
                                OptionalDouble.of(0.6),
                                List.of(hits.get(1), hits.get(5))));
    }

    @Test
    void aListPutsAHitIntoSeveralGroupsOnceEach() {
        assertThat(names(many(text("a"), text("b"), text("a")), many(text("b"))))
                .containsExactly("a:1", "b:2");
    }

    @Test
    void noValueIsAGroupToo() {
        Hit without = new Hit(
                new StoredObject(ID, 1, 1, Map.of(), Map.of()),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());

        List<Group> groups = Grouping.of(FILMS, new GroupBy("genre", 9, 9), List.of(without, hit(0.5, many())));

        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().name()).isEmpty();
        assertThat(groups.getFirst().hits()).hasSize(2);
    }

    @Test
    void hitsWithoutDistanceMakeGroupsWithoutIt() {
        Hit scored = new Hit(
                new StoredObject(ID, 1, 1, Map.of("genre", text("a")), Map.of()),
                OptionalDouble.empty(),
                OptionalDouble.of(3),
                Optional.empty());

        assertThat(Grouping.of(FILMS, new GroupBy("genre", 9, 9), List.of(scored)))
                .containsExactly(new Group("a", OptionalDouble.empty(), OptionalDouble.empty(), List.of(scored)));
    }

    @Test
    void valuesAreNamedAsText() {
        assertThat(names(
                        new Value.Bool(true),
                        new Value.Int(2001),
                        new Value.Number(2001),
                        new Value.Number(6.5),
                        new Value.Number(-0.0),
                        new Value.Date(OffsetDateTime.parse("2001-01-01T00:00:00.50+02:00")),
                        new Value.Uuid(ID),
                        new Value.References(List.of(new Value.Beacon("Person", ID)))))
                .containsExactly(
                        "true:1",
                        "2001:2",
                        "6.5:1",
                        "0:1",
                        "2001-01-01T00:00:00.5+02:00:1",
                        ID + ":1",
                        "weaviate://localhost/Person/" + ID + ":1");
    }

    @Test
    void whatCannotBeGroupedByIsNamed() {
        for (String property : List.of("nothing", "studio")) {
            assertThatThrownBy(() -> Grouping.of(FILMS, new GroupBy(property, 1, 1), List.of()))
                    .isInstanceOf(CollectionException.Invalid.class)
                    .hasMessageContaining("'" + property + "'");
        }
    }

    private static List<String> names(Value... values) {
        List<Hit> hits = Arrays.stream(values).map(value -> hit(0.5, value)).toList();
        return Grouping.of(FILMS, new GroupBy("genre", 99, 99), hits).stream()
                .map(group -> group.name() + ":" + group.hits().size())
                .toList();
    }

    private static Hit hit(double distance, Value genre) {
        return new Hit(
                new StoredObject(ID, 1, 1, Map.of("genre", genre), Map.of()),
                OptionalDouble.of(distance),
                OptionalDouble.empty(),
                Optional.empty());
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Value many(Value... values) {
        return new Value.Many(List.of(values));
    }

    private static Property property(String name, DataType type) {
        return new Property(
                name,
                Optional.empty(),
                PropertyType.one(type),
                true,
                false,
                false,
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
