package io.text2vec.cluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read by the contract's own side, which takes the same message from clients. */
class FilterMessageTest {
    private static final FilterPath YEAR = new FilterPath.Property("year");

    @ParameterizedTest
    @EnumSource
    void everyOperatorIsReadBackAsItWas(FilterOperator operator) {
        readsBack(new Filter.Condition(YEAR, operator, new Operand.Int(1975)));
    }

    static Stream<Operand> operands() {
        return Stream.of(
                new Operand.Text("a"),
                new Operand.Number(0.1),
                new Operand.Bool(true),
                new Operand.Many(List.of(new Operand.Text("a"), new Operand.Text("b"))),
                new Operand.Many(List.of(new Operand.Int(Long.MAX_VALUE))),
                new Operand.Many(List.of(new Operand.Number(0.1))),
                new Operand.Many(List.of(new Operand.Bool(false))),
                new Operand.GeoRange(52.5f, 13.25f, 100));
    }

    @ParameterizedTest
    @MethodSource("operands")
    void everyValueIsReadBackAsItWas(Operand operand) {
        readsBack(new Filter.Condition(YEAR, FilterOperator.EQUAL, operand));
    }

    static Stream<FilterPath> paths() {
        return Stream.of(
                new FilterPath.Id(),
                new FilterPath.Created(),
                new FilterPath.Updated(),
                new FilterPath.Length("title"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyPathIsReadBackAsItWas(FilterPath path) {
        readsBack(new Filter.Condition(path, FilterOperator.EQUAL, new Operand.Text("a")));
    }

    @Test
    void groupsAreReadBackAsTheyWere() {
        Filter year = new Filter.Condition(YEAR, FilterOperator.LESS_THAN, new Operand.Int(1980));
        readsBack(new Filter.And(List.of(year, new Filter.Or(List.of(year, new Filter.Not(year))))));
    }

    @Test
    void idsAreAFilterToo() {
        UUID id = UUID.randomUUID();
        assertThat(io.text2vec.weaviate.grpc.filter.FilterMessage.read(FilterMessage.ids(List.of(id))))
                .isEqualTo(new Filter.Condition(
                        new FilterPath.Id(),
                        FilterOperator.CONTAINS_ANY,
                        new Operand.Many(List.of(new Operand.Text(id.toString())))));
    }

    @Test
    void referencesAreRefused() {
        Filter by = new Filter.Condition(
                new FilterPath.Reference("by", Optional.empty(), YEAR), FilterOperator.EQUAL, new Operand.Int(1));
        assertThatThrownBy(() -> FilterMessage.write(by))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("'by'");
    }

    private static void readsBack(Filter filter) {
        assertThat(io.text2vec.weaviate.grpc.filter.FilterMessage.read(FilterMessage.write(filter)))
                .isEqualTo(filter);
    }
}
