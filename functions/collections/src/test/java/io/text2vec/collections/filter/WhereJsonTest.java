package io.text2vec.collections.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.filter.Filter.And;
import io.text2vec.collections.filter.Filter.Condition;
import io.text2vec.collections.filter.Filter.Not;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhereJsonTest {

    @Test
    void conditionsNestInOperands() {
        Map<String, Object> year = Map.of("path", List.of("year"), "operator", "LessThan", "valueInt", 1980L);
        Map<String, Object> title =
                Map.of("path", List.of("title"), "operator", "ContainsAny", "valueText", List.of("a", "b"));

        Filter filter = WhereJson.read(Map.of(
                "operator", "And", "operands", List.of(year, Map.of("operator", "Not", "operands", List.of(title)))));

        assertThat(filter)
                .isEqualTo(new And(List.of(
                        new Condition(new FilterPath.Property("year"), FilterOperator.LESS_THAN, new Operand.Int(1980)),
                        new Not(new Condition(
                                new FilterPath.Property("title"),
                                FilterOperator.CONTAINS_ANY,
                                new Operand.Many(List.of(new Operand.Text("a"), new Operand.Text("b"))))))));
    }

    @Test
    void specialNamesAndReferencesHavePathsOfTheirOwn() {
        assertThat(FilterPaths.of(List.of("_id"))).isEqualTo(new FilterPath.Id());
        assertThat(FilterPaths.of(List.of("len(title)"))).isEqualTo(new FilterPath.Length("title"));
        assertThat(FilterPaths.of(List.of("inSeries", "Series", "name")))
                .isEqualTo(
                        new FilterPath.Reference("inSeries", Optional.of("Series"), new FilterPath.Property("name")));
        assertThatThrownBy(() -> FilterPaths.of(List.of("inSeries", "Series"))).isInstanceOf(Invalid.class);
    }

    @Test
    void numbersTakeTheTypeOfTheirField() {
        assertThat(operand("valueNumber", 3L)).isEqualTo(new Operand.Number(3));
        assertThat(operand("valueInt", 3.0)).isEqualTo(new Operand.Int(3));
        assertThat(operand("valueBoolean", true)).isEqualTo(new Operand.Bool(true));
        assertThat(operand(
                        "valueGeoRange",
                        Map.of(
                                "geoCoordinates", Map.of("latitude", 1.5, "longitude", 2L),
                                "distance", Map.of("max", 1000L))))
                .isEqualTo(new Operand.GeoRange(1.5f, 2, 1000));
    }

    @Test
    void whatIsNoFilterIsRefusedWithASentence() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("operator", "And"),
                Map.of("operator", "Near", "path", List.of("a"), "valueInt", 1L),
                Map.of("operator", "Equal", "valueInt", 1L),
                Map.of("operator", "Equal", "path", List.of("a")),
                Map.of("operator", "Equal", "path", List.of("a"), "valueInt", 1L, "valueText", "b"))) {
            assertThatThrownBy(() -> WhereJson.read(wrong))
                    .as(wrong.toString())
                    .isInstanceOf(Invalid.class)
                    .message()
                    .endsWith(".");
        }
    }

    private static Operand operand(String field, Object value) {
        Filter filter = WhereJson.read(Map.of("path", List.of("a"), "operator", "Equal", field, value));
        return ((Condition) filter).operand();
    }
}
