package io.text2vec.weaviate.grpc.filter;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.filter.Operand;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Filters;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.GeoCoordinatesFilter;
import java.util.List;
import java.util.function.Function;

/** Reads what a condition compares with, in the type that the client chose. */
final class FilterValue {
    private FilterValue() {}

    static Operand read(Filters filter) {
        return switch (filter.getTestValueCase()) {
            case VALUE_TEXT -> new Operand.Text(filter.getValueText());
            case VALUE_INT -> new Operand.Int(filter.getValueInt());
            case VALUE_BOOLEAN -> new Operand.Bool(filter.getValueBoolean());
            case VALUE_NUMBER -> new Operand.Number(filter.getValueNumber());
            case VALUE_TEXT_ARRAY -> many(filter.getValueTextArray().getValuesList(), Operand.Text::new);
            case VALUE_INT_ARRAY -> many(filter.getValueIntArray().getValuesList(), Operand.Int::new);
            case VALUE_BOOLEAN_ARRAY -> many(filter.getValueBooleanArray().getValuesList(), Operand.Bool::new);
            case VALUE_NUMBER_ARRAY -> many(filter.getValueNumberArray().getValuesList(), Operand.Number::new);
            case VALUE_GEO -> range(filter.getValueGeo());
            case TESTVALUE_NOT_SET ->
                throw new Invalid("A filter's condition needs a value, such as value_text or value_int.");
        };
    }

    private static <T> Operand many(List<T> values, Function<T, Operand> each) {
        return new Operand.Many(values.stream().map(each).toList());
    }

    private static Operand range(GeoCoordinatesFilter circle) {
        return new Operand.GeoRange(circle.getLatitude(), circle.getLongitude(), circle.getDistance());
    }
}
