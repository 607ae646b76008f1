package io.text2vec.cluster.engine;

import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.BooleanArray;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.FilterTarget;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Filters;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.GeoCoordinatesFilter;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.IntArray;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.NumberArray;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.TextArray;
import java.util.List;
import java.util.UUID;

/** Writes filters, in the types that came. */
final class FilterMessage {
    private static final String ID = "_id";

    private FilterMessage() {}

    /** @throws Unsupported for what looks at references */
    static Filters write(Filter filter) {
        return switch (filter) {
            case Filter.And(List<Filter> all) -> group(Filters.Operator.OPERATOR_AND, all);
            case Filter.Or(List<Filter> any) -> group(Filters.Operator.OPERATOR_OR, any);
            case Filter.Not(Filter of) -> group(Filters.Operator.OPERATOR_NOT, List.of(of));
            case Filter.Condition condition -> condition(condition);
        };
    }

    /** The objects of ids. */
    static Filters ids(List<UUID> ids) {
        return Filters.newBuilder()
                .setOperator(Filters.Operator.OPERATOR_CONTAINS_ANY)
                .setTarget(FilterTarget.newBuilder().setProperty(ID))
                .setValueTextArray(TextArray.newBuilder()
                        .addAllValues(ids.stream().map(UUID::toString).toList()))
                .build();
    }

    private static Filters group(Filters.Operator operator, List<Filter> members) {
        return Filters.newBuilder()
                .setOperator(operator)
                .addAllFilters(members.stream().map(FilterMessage::write).toList())
                .build();
    }

    private static Filters condition(Filter.Condition condition) {
        Filters.Builder out = Filters.newBuilder()
                .setOperator(operator(condition.operator()))
                .setTarget(FilterTarget.newBuilder().setProperty(path(condition.path())));
        put(condition.operand(), out);
        return out.build();
    }

    private static String path(FilterPath path) {
        return switch (path) {
            case FilterPath.Property(String name) -> name;
            case FilterPath.Id _ -> ID;
            case FilterPath.Created _ -> "_creationTimeUnix";
            case FilterPath.Updated _ -> "_lastUpdateTimeUnix";
            case FilterPath.Length(String property) -> "len(" + property + ")";
            case FilterPath.ReferenceCount(String property) -> throw references(property);
            case FilterPath.Reference reference -> throw references(reference.property());
        };
    }

    private static Unsupported references(String property) {
        return new Unsupported(
                "The filter looks at the references of '%s'; filters on references are not supported yet."
                        .formatted(property));
    }

    private static Filters.Operator operator(FilterOperator operator) {
        return switch (operator) {
            case EQUAL -> Filters.Operator.OPERATOR_EQUAL;
            case NOT_EQUAL -> Filters.Operator.OPERATOR_NOT_EQUAL;
            case GREATER_THAN -> Filters.Operator.OPERATOR_GREATER_THAN;
            case GREATER_THAN_EQUAL -> Filters.Operator.OPERATOR_GREATER_THAN_EQUAL;
            case LESS_THAN -> Filters.Operator.OPERATOR_LESS_THAN;
            case LESS_THAN_EQUAL -> Filters.Operator.OPERATOR_LESS_THAN_EQUAL;
            case LIKE -> Filters.Operator.OPERATOR_LIKE;
            case IS_NULL -> Filters.Operator.OPERATOR_IS_NULL;
            case CONTAINS_ANY -> Filters.Operator.OPERATOR_CONTAINS_ANY;
            case CONTAINS_ALL -> Filters.Operator.OPERATOR_CONTAINS_ALL;
            case CONTAINS_NONE -> Filters.Operator.OPERATOR_CONTAINS_NONE;
            case WITHIN_GEO_RANGE -> Filters.Operator.OPERATOR_WITHIN_GEO_RANGE;
        };
    }

    private static void put(Operand operand, Filters.Builder out) {
        switch (operand) {
            case Operand.Text(String text) -> out.setValueText(text);
            case Operand.Int(long value) -> out.setValueInt(value);
            case Operand.Number(double value) -> out.setValueNumber(value);
            case Operand.Bool(boolean value) -> out.setValueBoolean(value);
            case Operand.Many(List<Operand> all) -> putAll(all, out);
            case Operand.GeoRange range ->
                out.setValueGeo(GeoCoordinatesFilter.newBuilder()
                        .setLatitude(range.latitude())
                        .setLongitude(range.longitude())
                        .setDistance((float) range.metres()));
        }
    }

    /** At least one, all of one type. */
    private static void putAll(List<Operand> all, Filters.Builder out) {
        switch (all.getFirst()) {
            case Operand.Text _ ->
                out.setValueTextArray(TextArray.newBuilder()
                        .addAllValues(all.stream()
                                .map(each -> ((Operand.Text) each).text())
                                .toList()));
            case Operand.Int _ ->
                out.setValueIntArray(IntArray.newBuilder()
                        .addAllValues(all.stream()
                                .map(each -> ((Operand.Int) each).value())
                                .toList()));
            case Operand.Number _ ->
                out.setValueNumberArray(NumberArray.newBuilder()
                        .addAllValues(all.stream()
                                .map(each -> ((Operand.Number) each).value())
                                .toList()));
            case Operand.Bool _ ->
                out.setValueBooleanArray(BooleanArray.newBuilder()
                        .addAllValues(all.stream()
                                .map(each -> ((Operand.Bool) each).value())
                                .toList()));
            case Operand.Many _, Operand.GeoRange _ ->
                throw new IllegalStateException("A filter's list holds single values only");
        }
    }
}
