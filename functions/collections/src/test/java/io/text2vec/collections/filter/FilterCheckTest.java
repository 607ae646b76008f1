package io.text2vec.collections.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.InvertedIndex;
import io.text2vec.collections.schema.MultiTenancy;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.PropertyType;
import io.text2vec.collections.schema.Stopwords;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FilterCheckTest {
    private static final Property YEAR = property("year", PropertyType.one(DataType.INT), true);
    private static final Property BORN = property("born", PropertyType.one(DataType.INT), true);
    private static final Property DIRECTOR = property("director", PropertyType.reference(List.of("Person")), true);
    private static final Property SEQUEL = property("sequel", PropertyType.reference(List.of("Film")), true);
    private static final CollectionDef FILMS = collection(
            "Film",
            List.of(
                    YEAR,
                    property("hidden", PropertyType.one(DataType.INT), false),
                    property("poster", PropertyType.one(DataType.BLOB), true),
                    property("about", PropertyType.reference(List.of("Person", "Place")), true),
                    SEQUEL,
                    DIRECTOR));
    private static final CollectionDef PEOPLE = collection("Person", List.of(BORN));
    private static final Map<String, CollectionDef> COLLECTIONS = Map.of("Film", FILMS, "Person", PEOPLE);

    private static CollectionDef collection(String name, List<Property> properties) {
        return new CollectionDef(
                name,
                Optional.empty(),
                properties,
                false,
                Map.of(),
                new InvertedIndex(0.75, 1.2, new Stopwords("en", List.of(), List.of()), false, false, false, 60, true),
                MultiTenancy.OFF,
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static final Filter IN_2006 = year(2006);

    @Test
    void aConditionGetsItsPropertyAndTheTypeOfIt() {
        assertThat(check(new Filter.Condition(
                        new FilterPath.Property("Year"), FilterOperator.LESS_THAN, new Operand.Text("2006"))))
                .isEqualTo(new TypedFilter.Compared(
                        new Subject.Of(YEAR), TypedFilter.Comparison.LESS, new Value.Int(2006)));
    }

    @Test
    void alternativesOfTheSameSubjectBecomeOne() {
        Filter either = new Filter.Or(List.of(year(1), new Filter.Or(List.of(year(2), year(3))), id("*")));

        assertThat(check(either))
                .isEqualTo(new TypedFilter.Any(List.of(
                        new TypedFilter.Like(new Subject.Id(), "*"),
                        new TypedFilter.OneOf(
                                new Subject.Of(YEAR), List.of(new Value.Int(1), new Value.Int(2), new Value.Int(3))))));
    }

    @Test
    void idsAreReadAsIds() {
        UUID id = UUID.randomUUID();

        assertThat(check(new Filter.Condition(
                        new FilterPath.Id(), FilterOperator.EQUAL, new Operand.Text(id.toString()))))
                .isEqualTo(new TypedFilter.OneOf(new Subject.Id(), List.of(new Value.Uuid(id))));
    }

    @Test
    void whatTheCollectionHasNotIsNamed() {
        refused(on("yaer", FilterOperator.EQUAL, 1), "'yaer'", "Film");
        refused(on("hidden", FilterOperator.EQUAL, 1), "'hidden'", "no index");
        refused(on("poster", FilterOperator.EQUAL, 1), "'poster'", "blob");
        refused(on("poster.size", FilterOperator.EQUAL, 1), "'poster.size'", "inside");
    }

    @Test
    void settingsThatAreMissingAreNamed() {
        refused(
                new Filter.Condition(new FilterPath.Property("year"), FilterOperator.IS_NULL, new Operand.Bool(true)),
                "indexNullState");
        refused(
                new Filter.Condition(new FilterPath.Created(), FilterOperator.EQUAL, new Operand.Text("1")),
                "_creationTimeUnix",
                "indexTimestamps");
    }

    @Test
    void aReferenceAloneIsTheNumberOfThem() {
        for (FilterPath path :
                List.of(new FilterPath.Property("director"), new FilterPath.ReferenceCount("Director"))) {
            assertThat(check(new Filter.Condition(path, FilterOperator.EQUAL, new Operand.Int(1))))
                    .isEqualTo(new TypedFilter.OneOf(new Subject.Length(DIRECTOR), List.of(new Value.Int(1))));
        }
    }

    @Test
    void whatIsBehindAReferenceIsCheckedByItsCollection() {
        FilterPath born = new FilterPath.Reference("director", Optional.empty(), new FilterPath.Property("born"));
        FilterPath nested = new FilterPath.Reference("sequel", Optional.of("film"), born);

        assertThat(check(new Filter.Condition(nested, FilterOperator.NOT_EQUAL, new Operand.Text("5"))))
                .isEqualTo(new TypedFilter.Pointing(
                        SEQUEL,
                        FILMS,
                        new TypedFilter.Pointing(
                                DIRECTOR,
                                PEOPLE,
                                new TypedFilter.Not(
                                        new TypedFilter.OneOf(new Subject.Of(BORN), List.of(new Value.Int(5)))))));
        refused(behind("director", Optional.empty(), "year"), "'year'", "Person");
        refused(behind("director", Optional.of("Place"), "born"), "Place", "'director'", "Person");
        refused(behind("about", Optional.empty(), "born"), "'about'", "Person, Place");
        refused(behind("about", Optional.of("Place"), "born"), "'about'", "Place", "not there");
        refused(behind("year", Optional.empty(), "born"), "'year'", "int");
        refused(
                new Filter.Condition(new FilterPath.ReferenceCount("year"), FilterOperator.EQUAL, new Operand.Int(1)),
                "'year'",
                "int");
    }

    @Test
    void aPathLeadsThroughFiveReferences() {
        FilterPath path = new FilterPath.Id();
        for (int i = 0; i < 5; i++) {
            path = new FilterPath.Reference("sequel", Optional.empty(), path);
        }
        Operand id = new Operand.Text(new UUID(0, 1).toString());

        assertThat(check(new Filter.Condition(path, FilterOperator.EQUAL, id)))
                .isInstanceOf(TypedFilter.Pointing.class);
        refused(
                new Filter.Condition(
                        new FilterPath.Reference("sequel", Optional.empty(), path), FilterOperator.EQUAL, id),
                "5 references");
    }

    private static Filter behind(String reference, Optional<String> target, String property) {
        return new Filter.Condition(
                new FilterPath.Reference(reference, target, new FilterPath.Property(property)),
                FilterOperator.EQUAL,
                new Operand.Int(1));
    }

    @Test
    void aGroupNeedsAMember() {
        refused(new Filter.And(List.of()), "And");
        refused(new Filter.Or(List.of()), "Or");
    }

    @Test
    void depthHasALimit() {
        FilterLimits limits = new FilterLimits(3, 10);
        Filter three = new Filter.Not(new Filter.Not(IN_2006));

        assertThat(check(three, limits)).isInstanceOf(TypedFilter.Not.class);
        assertThatThrownBy(() -> check(new Filter.Not(three), limits))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContainingAll("3", "TEXT2VEC_FILTER_DEPTH");
    }

    @Test
    void conditionsHaveALimit() {
        FilterLimits limits = new FilterLimits(3, 10);
        Filter ten = new Filter.Condition(
                new FilterPath.Property("year"),
                FilterOperator.CONTAINS_ANY,
                new Operand.Many(Collections.nCopies(10, new Operand.Int(1))));

        assertThat(check(ten, limits)).isInstanceOf(TypedFilter.OneOf.class);
        assertThatThrownBy(() -> check(new Filter.And(List.of(ten, IN_2006)), limits))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContainingAll("10", "TEXT2VEC_FILTER_CONDITIONS");
    }

    @Test
    void limitsThatMakeNoSenseAreRefusedByName() {
        assertThatThrownBy(() -> new FilterLimits(0, 10)).hasMessageContainingAll("TEXT2VEC_FILTER_DEPTH", "1000", "0");
        assertThatThrownBy(() -> new FilterLimits(3, 100_001))
                .hasMessageContainingAll("TEXT2VEC_FILTER_CONDITIONS", "100000", "100001");
    }

    @Test
    void messagesDoNotRepeatValues() {
        assertThatThrownBy(() -> check(new Filter.Condition(
                        new FilterPath.Property("year"), FilterOperator.EQUAL, new Operand.Text("secret"))))
                .hasMessageNotContaining("secret");
    }

    private static TypedFilter check(Filter filter) {
        return check(filter, FilterLimits.DEFAULT);
    }

    private static TypedFilter check(Filter filter, FilterLimits limits) {
        return FilterCheck.check(FILMS, filter, limits, name -> Optional.ofNullable(COLLECTIONS.get(name)));
    }

    private static void refused(Filter filter, String... says) {
        assertThatThrownBy(() -> check(filter))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContainingAll(says);
    }

    private static Filter year(long year) {
        return on("year", FilterOperator.EQUAL, year);
    }

    private static Filter on(String property, FilterOperator operator, long number) {
        return new Filter.Condition(new FilterPath.Property(property), operator, new Operand.Int(number));
    }

    private static Filter id(String pattern) {
        return new Filter.Condition(new FilterPath.Id(), FilterOperator.LIKE, new Operand.Text(pattern));
    }

    private static Property property(String name, PropertyType type, boolean indexed) {
        return new Property(name, Optional.empty(), type, indexed, false, false, Optional.empty(), List.of(), Map.of());
    }
}
