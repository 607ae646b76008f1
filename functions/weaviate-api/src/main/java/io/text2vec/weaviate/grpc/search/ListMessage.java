package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.object.DateText;
import io.text2vec.collections.object.Value;
import io.text2vec.weaviate.grpc.search.PropertySelection.Picked;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.BoolValues;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.DateValues;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.IntValues;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.ListValue;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.NumberValues;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.ObjectValues;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.Properties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.TextValues;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.UuidValues;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes lists, by the type that the schema says: an empty one has no other. */
final class ListMessage {
    private ListMessage() {}

    static ListValue write(Picked picked, List<Value> values) {
        ListValue.Builder list = ListValue.newBuilder();
        return switch (picked.property().type().of()) {
            case TEXT ->
                list.setTextValues(TextValues.newBuilder()
                                .addAllValues(texts(values, value -> ((Value.Text) value).text())))
                        .build();
            case INT ->
                list.setIntValues(IntValues.newBuilder()
                                .setValues(VectorBytes.of(values.stream()
                                        .mapToLong(value -> ((Value.Int) value).value())
                                        .toArray())))
                        .build();
            case NUMBER ->
                list.setNumberValues(NumberValues.newBuilder()
                                .setValues(VectorBytes.of(values.stream()
                                        .mapToDouble(value -> ((Value.Number) value).value())
                                        .toArray())))
                        .build();
            case BOOLEAN ->
                list.setBoolValues(BoolValues.newBuilder()
                                .addAllValues(values.stream()
                                        .map(value -> ((Value.Bool) value).value())
                                        .toList()))
                        .build();
            case DATE ->
                list.setDateValues(DateValues.newBuilder()
                                .addAllValues(texts(values, value -> DateText.write(((Value.Date) value).time()))))
                        .build();
            case UUID ->
                list.setUuidValues(UuidValues.newBuilder().addAllValues(texts(values, value -> ((Value.Uuid) value)
                                .id()
                                .toString())))
                        .build();
            case OBJECT ->
                list.setObjectValues(ObjectValues.newBuilder()
                                .addAllValues(objects(picked, values).toList()))
                        .build();
            case BLOB, GEO_COORDINATES, PHONE_NUMBER, REFERENCE ->
                throw new IllegalStateException(
                        "There is no list of " + picked.property().type().of().word());
        };
    }

    private static List<String> texts(List<Value> values, Function<Value, String> text) {
        return values.stream().map(text).toList();
    }

    private static Stream<Properties> objects(Picked picked, List<Value> values) {
        return values.stream().map(value -> ValueMessage.nested(picked.nested(), ((Value.Nested) value).properties()));
    }
}
