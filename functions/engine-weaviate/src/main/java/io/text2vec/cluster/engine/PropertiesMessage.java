package io.text2vec.cluster.engine;

import com.google.protobuf.Struct;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.object.ObjectJson;
import io.text2vec.collections.object.Value;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.BooleanArrayProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.IntArrayProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.NumberArrayProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.ObjectArrayProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.ObjectProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.ObjectPropertiesValue;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.TextArrayProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import java.util.List;
import java.util.Map;

/** Writes the properties of an object, apart by type as the message of a batch has them. */
final class PropertiesMessage {
    /** Weaviate keeps every number as a double, which holds integers up to here exactly. */
    private static final long LARGEST = 1L << 53;

    private final ObjectPropertiesValue.Builder out = ObjectPropertiesValue.newBuilder();
    private final Struct.Builder plain = Struct.newBuilder();

    private PropertiesMessage() {}

    /**
     * @throws Invalid if an integer would lose digits
     * @throws Unsupported for references
     */
    static BatchObject.Properties write(Map<String, Value> properties) {
        ObjectPropertiesValue all = nested(properties);
        return BatchObject.Properties.newBuilder()
                .setNonRefProperties(all.getNonRefProperties())
                .addAllNumberArrayProperties(all.getNumberArrayPropertiesList())
                .addAllIntArrayProperties(all.getIntArrayPropertiesList())
                .addAllTextArrayProperties(all.getTextArrayPropertiesList())
                .addAllBooleanArrayProperties(all.getBooleanArrayPropertiesList())
                .addAllObjectProperties(all.getObjectPropertiesList())
                .addAllObjectArrayProperties(all.getObjectArrayPropertiesList())
                .addAllEmptyListProps(all.getEmptyListPropsList())
                .build();
    }

    private static ObjectPropertiesValue nested(Map<String, Value> properties) {
        PropertiesMessage message = new PropertiesMessage();
        properties.forEach(message::put);
        return message.out.setNonRefProperties(message.plain).build();
    }

    private void put(String name, Value value) {
        switch (value) {
            case Value.Int whole -> plain.putFields(name, number(exact(name, whole.value())));
            case Value.Number number -> plain.putFields(name, number(number.value()));
            case Value.Bool bool ->
                plain.putFields(
                        name,
                        com.google.protobuf.Value.newBuilder()
                                .setBoolValue(bool.value())
                                .build());
            case Value.Text _, Value.Date _, Value.Uuid _, Value.Blob _ -> plain.putFields(name, text(words(value)));
            case Value.Geo geo -> plain.putFields(name, geo(geo));
            case Value.Phone phone -> plain.putFields(name, phone(phone));
            case Value.Nested nested ->
                out.addObjectProperties(
                        ObjectProperties.newBuilder().setPropName(name).setValue(nested(nested.properties())));
            case Value.Many many when many.all().isEmpty() -> out.addEmptyListProps(name);
            case Value.Many many -> list(name, many.all());
            case Value.References _ ->
                throw new Unsupported(
                        "Property %s is a reference; storing references is not there yet.".formatted(name));
        }
    }

    /** Of one type, all of them. */
    private void list(String name, List<Value> values) {
        switch (values.getFirst()) {
            case Value.Int _ ->
                out.addIntArrayProperties(IntArrayProperties.newBuilder()
                        .setPropName(name)
                        .addAllValues(values.stream()
                                .map(value -> exact(name, ((Value.Int) value).value()))
                                .toList()));
            case Value.Number _ ->
                out.addNumberArrayProperties(NumberArrayProperties.newBuilder()
                        .setPropName(name)
                        .setValuesBytes(VectorBytes.of(values.stream()
                                .mapToDouble(value -> ((Value.Number) value).value())
                                .toArray())));
            case Value.Bool _ ->
                out.addBooleanArrayProperties(BooleanArrayProperties.newBuilder()
                        .setPropName(name)
                        .addAllValues(values.stream()
                                .map(value -> ((Value.Bool) value).value())
                                .toList()));
            case Value.Text _, Value.Date _, Value.Uuid _ ->
                out.addTextArrayProperties(TextArrayProperties.newBuilder()
                        .setPropName(name)
                        .addAllValues(
                                values.stream().map(PropertiesMessage::words).toList()));
            case Value.Nested _ ->
                out.addObjectArrayProperties(ObjectArrayProperties.newBuilder()
                        .setPropName(name)
                        .addAllValues(values.stream()
                                .map(value -> nested(((Value.Nested) value).properties()))
                                .toList()));
            case Value.Blob _, Value.Geo _, Value.Phone _, Value.Many _, Value.References _ ->
                throw new IllegalStateException("There is no list of such values: property " + name);
        }
    }

    private static long exact(String name, long value) {
        if (value > LARGEST || value < -LARGEST) {
            throw new Invalid("Property %s: Weaviate keeps integers from -%d to %d without a loss, and this is another."
                    .formatted(name, LARGEST, LARGEST));
        }
        return value;
    }

    private static com.google.protobuf.Value number(double value) {
        return com.google.protobuf.Value.newBuilder().setNumberValue(value).build();
    }

    private static com.google.protobuf.Value text(String text) {
        return com.google.protobuf.Value.newBuilder().setStringValue(text).build();
    }

    /** What JSON writes as a text. */
    private static String words(Value value) {
        return (String) ObjectJson.value(value);
    }

    private static com.google.protobuf.Value geo(Value.Geo geo) {
        return struct(Struct.newBuilder()
                .putFields("latitude", number(geo.latitude()))
                .putFields("longitude", number(geo.longitude())));
    }

    /** As it came: Weaviate reads it itself. */
    private static com.google.protobuf.Value phone(Value.Phone phone) {
        Struct.Builder fields = Struct.newBuilder().putFields("input", text(phone.input()));
        phone.defaultCountry().ifPresent(country -> fields.putFields("defaultCountry", text(country)));
        return struct(fields);
    }

    private static com.google.protobuf.Value struct(Struct.Builder fields) {
        return com.google.protobuf.Value.newBuilder().setStructValue(fields).build();
    }
}
