package io.text2vec.cluster.engine;

import io.text2vec.collections.object.DateText;
import io.text2vec.collections.object.Value;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.ListValue;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.PhoneNumber;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.Properties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Reads the values of properties. */
final class ValueMessage {
    private ValueMessage() {}

    /** Those that have a value. */
    static Map<String, Value> read(Properties message) {
        Map<String, Value> values = new HashMap<>();
        message.getFieldsMap().forEach((name, value) -> read(value, name).ifPresent(read -> values.put(name, read)));
        return values;
    }

    private static Optional<Value> read(WeaviateProtoProperties.Value value, String name) {
        return switch (value.getKindCase()) {
            case NULL_VALUE, KIND_NOT_SET -> Optional.empty();
            case TEXT_VALUE -> Optional.of(new Value.Text(value.getTextValue()));
            case INT_VALUE -> Optional.of(new Value.Int(value.getIntValue()));
            case NUMBER_VALUE -> Optional.of(new Value.Number(value.getNumberValue()));
            case BOOL_VALUE -> Optional.of(new Value.Bool(value.getBoolValue()));
            case DATE_VALUE -> Optional.of(date(value.getDateValue(), name));
            case UUID_VALUE -> Optional.of(uuid(value.getUuidValue()));
            case BLOB_VALUE -> Optional.of(new Value.Blob(value.getBlobValue()));
            case GEO_VALUE ->
                Optional.of(new Value.Geo(
                        value.getGeoValue().getLatitude(), value.getGeoValue().getLongitude()));
            case PHONE_VALUE -> Optional.of(phone(value.getPhoneValue()));
            case OBJECT_VALUE -> Optional.of(new Value.Nested(read(value.getObjectValue())));
            case LIST_VALUE -> Optional.of(new Value.Many(list(value.getListValue(), name)));
        };
    }

    private static List<Value> list(ListValue list, String name) {
        return switch (list.getKindCase()) {
            case KIND_NOT_SET -> List.of();
            case TEXT_VALUES -> each(list.getTextValues().getValuesList(), Value.Text::new);
            case BOOL_VALUES -> each(list.getBoolValues().getValuesList(), Value.Bool::new);
            case DATE_VALUES -> each(list.getDateValues().getValuesList(), text -> date(text, name));
            case UUID_VALUES -> each(list.getUuidValues().getValuesList(), ValueMessage::uuid);
            case OBJECT_VALUES ->
                each(list.getObjectValues().getValuesList(), object -> new Value.Nested(read(object)));
            case INT_VALUES ->
                LongStream.of(VectorBytes.longs(list.getIntValues().getValues(), name))
                        .<Value>mapToObj(Value.Int::new)
                        .toList();
            case NUMBER_VALUES ->
                DoubleStream.of(VectorBytes.doubles(list.getNumberValues().getValues(), name))
                        .<Value>mapToObj(Value.Number::new)
                        .toList();
        };
    }

    private static <T> List<Value> each(List<T> all, Function<T, Value> read) {
        return all.stream().map(read).toList();
    }

    private static Value date(String text, String name) {
        return new Value.Date(DateText.read(text)
                .orElseThrow(() -> new IllegalStateException("Weaviate's value of %s is no date".formatted(name))));
    }

    private static Value uuid(String text) {
        return new Value.Uuid(UUID.fromString(text));
    }

    private static Value phone(PhoneNumber phone) {
        return new Value.Phone(
                phone.getInput(),
                Optional.of(phone.getDefaultCountry()).filter(country -> !country.isEmpty()),
                phone.getInternationalFormatted(),
                phone.getNational(),
                phone.getNationalFormatted(),
                (int) phone.getCountryCode(),
                phone.getValid());
    }
}
