package io.text2vec.weaviate.grpc.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.BooleanArray;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.FilterReferenceCount;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.FilterReferenceMultiTarget;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.FilterReferenceSingleTarget;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.FilterTarget;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Filters;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Filters.Operator;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.GeoCoordinatesFilter;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.IntArray;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.NumberArray;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.TextArray;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterMessageTest {
    private static final Filters YEAR = Filters.newBuilder()
            .setOperator(Operator.OPERATOR_LESS_THAN)
            .setTarget(FilterTarget.newBuilder().setProperty("year"))
            .setValueInt(1980)
            .build();
    private static final Filter YEAR_READ =
            new Filter.Condition(new FilterPath.Property("year"), FilterOperator.LESS_THAN, new Operand.Int(1980));

    @ParameterizedTest
    @CsvSource({
        "OPERATOR_EQUAL,EQUAL",
        "OPERATOR_NOT_EQUAL,NOT_EQUAL",
        "OPERATOR_GREATER_THAN,GREATER_THAN",
        "OPERATOR_GREATER_THAN_EQUAL,GREATER_THAN_EQUAL",
        "OPERATOR_LESS_THAN,LESS_THAN",
        "OPERATOR_LESS_THAN_EQUAL,LESS_THAN_EQUAL",
        "OPERATOR_LIKE,LIKE",
        "OPERATOR_IS_NULL,IS_NULL",
        "OPERATOR_CONTAINS_ANY,CONTAINS_ANY",
        "OPERATOR_CONTAINS_ALL,CONTAINS_ALL",
        "OPERATOR_CONTAINS_NONE,CONTAINS_NONE",
        "OPERATOR_WITHIN_GEO_RANGE,WITHIN_GEO_RANGE"
    })
    void everyOperatorHasItsOwn(Operator sent, FilterOperator read) {
        assertThat(condition(YEAR.toBuilder().setOperator(sent)).operator()).isEqualTo(read);
    }

    @Test
    void filtersNest() {
        Filters not = tree(Operator.OPERATOR_NOT, YEAR);
        assertThat(FilterMessage.read(tree(Operator.OPERATOR_AND, tree(Operator.OPERATOR_OR, YEAR, YEAR), not)))
                .isEqualTo(new Filter.And(
                        List.of(new Filter.Or(List.of(YEAR_READ, YEAR_READ)), new Filter.Not(YEAR_READ))));
    }

    @Test
    void everyTypeOfValueIsRead() {
        assertThat(operand(YEAR.toBuilder().setValueText("x"))).isEqualTo(new Operand.Text("x"));
        assertThat(operand(YEAR.toBuilder().setValueBoolean(true))).isEqualTo(new Operand.Bool(true));
        assertThat(operand(YEAR.toBuilder().setValueNumber(1.5))).isEqualTo(new Operand.Number(1.5));
        assertThat(operand(YEAR.toBuilder()
                        .setValueTextArray(TextArray.newBuilder().addValues("x").addValues("y"))))
                .isEqualTo(new Operand.Many(List.of(new Operand.Text("x"), new Operand.Text("y"))));
        assertThat(operand(
                        YEAR.toBuilder().setValueIntArray(IntArray.newBuilder().addValues(3))))
                .isEqualTo(new Operand.Many(List.of(new Operand.Int(3))));
        assertThat(operand(YEAR.toBuilder()
                        .setValueBooleanArray(BooleanArray.newBuilder().addValues(true))))
                .isEqualTo(new Operand.Many(List.of(new Operand.Bool(true))));
        assertThat(operand(YEAR.toBuilder()
                        .setValueNumberArray(NumberArray.newBuilder().addValues(2.5))))
                .isEqualTo(new Operand.Many(List.of(new Operand.Number(2.5))));
        assertThat(operand(YEAR.toBuilder()
                        .setValueGeo(GeoCoordinatesFilter.newBuilder()
                                .setLatitude(1)
                                .setLongitude(2)
                                .setDistance(3))))
                .isEqualTo(new Operand.GeoRange(1, 2, 3));
    }

    @Test
    void specialNamesAreNoProperties() {
        assertThat(path(FilterTarget.newBuilder().setProperty("_id"))).isEqualTo(new FilterPath.Id());
        assertThat(path(FilterTarget.newBuilder().setProperty("_creationTimeUnix")))
                .isEqualTo(new FilterPath.Created());
        assertThat(path(FilterTarget.newBuilder().setProperty("_lastUpdateTimeUnix")))
                .isEqualTo(new FilterPath.Updated());
        assertThat(path(FilterTarget.newBuilder().setProperty("len(title)"))).isEqualTo(new FilterPath.Length("title"));
    }

    @Test
    void targetsLeadThroughReferences() {
        FilterTarget.Builder name = FilterTarget.newBuilder().setProperty("name");
        assertThat(path(FilterTarget.newBuilder()
                        .setSingleTarget(FilterReferenceSingleTarget.newBuilder()
                                .setOn("by")
                                .setTarget(name))))
                .isEqualTo(new FilterPath.Reference("by", Optional.empty(), new FilterPath.Property("name")));
        assertThat(path(FilterTarget.newBuilder()
                        .setMultiTarget(FilterReferenceMultiTarget.newBuilder()
                                .setOn("by")
                                .setTargetCollection("Person")
                                .setTarget(name))))
                .isEqualTo(new FilterPath.Reference("by", Optional.of("Person"), new FilterPath.Property("name")));
        assertThat(path(FilterTarget.newBuilder()
                        .setCount(FilterReferenceCount.newBuilder().setOn("by"))))
                .isEqualTo(new FilterPath.ReferenceCount("by"));
    }

    @Test
    @SuppressWarnings("deprecation") // what older clients send
    void theOldPathIsReadToo() {
        Filters.Builder old = Filters.newBuilder()
                .setOperator(Operator.OPERATOR_EQUAL)
                .setValueInt(1)
                .addOn("year");
        assertThat(condition(old).path()).isEqualTo(new FilterPath.Property("year"));
    }

    @Test
    void whatIsNoFilterIsRefused() {
        assertRefused(tree(Operator.OPERATOR_AND), "at least one");
        assertRefused(tree(Operator.OPERATOR_NOT, YEAR, YEAR), "NOT takes one");
        assertRefused(YEAR.toBuilder().clearOperator().build(), "no filter operator 0");
        assertRefused(YEAR.toBuilder().setOperatorValue(99).build(), "no filter operator 99");
        assertRefused(YEAR.toBuilder().clearTestValue().build(), "needs a value");
        assertRefused(YEAR.toBuilder().clearTarget().build(), "path");
    }

    private static Filters tree(Operator operator, Filters... children) {
        return Filters.newBuilder()
                .setOperator(operator)
                .addAllFilters(List.of(children))
                .build();
    }

    private static Filter.Condition condition(Filters.Builder filter) {
        return (Filter.Condition) FilterMessage.read(filter.build());
    }

    private static Operand operand(Filters.Builder filter) {
        return condition(filter).operand();
    }

    private static FilterPath path(FilterTarget.Builder target) {
        return condition(YEAR.toBuilder().setTarget(target)).path();
    }

    private static void assertRefused(Filters filter, String words) {
        assertThatThrownBy(() -> FilterMessage.read(filter))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(words);
    }
}
