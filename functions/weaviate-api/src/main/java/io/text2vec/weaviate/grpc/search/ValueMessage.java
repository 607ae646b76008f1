package io.text2vec.weaviate.grpc.search;

import com.google.protobuf.NullValue;
import io.text2vec.collections.object.DateText;
import io.text2vec.collections.object.Value;
import io.text2vec.weaviate.grpc.search.PropertySelection.Picked;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.GeoCoordinate;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.PhoneNumber;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.Properties;
import java.util.List;
import java.util.Map;

/** Writes the values of properties. */
final class ValueMessage {
    private ValueMessage() {}

    /** What was picked of an object; null for what it lacks. */
    static Properties properties(List<Picked> picked, Map<String, Value> values) {
        Properties.Builder fields = Properties.newBuilder();
        for (Picked each : picked) {
            String name = each.property().name();
            Value value = values.get(name);
            fields.putFields(name, value == null ? nothing() : write(each, value));
        }
        return fields.build();
    }

    /** What was picked of a nested object; what it lacks is left out. */
    static Properties nested(List<Picked> picked, Map<String, Value> values) {
        Properties.Builder fields = Properties.newBuilder();
        for (Picked each : picked) {
            Value value = values.get(each.property().name());
            if (value != null) {
                fields.putFields(each.property().name(), write(each, value));
            }
        }
        return fields.build();
    }

    private static io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.Value nothing() {
        return io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.Value.newBuilder()
                .setNullValue(NullValue.NULL_VALUE)
                .build();
    }

    static io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.Value write(
            Picked picked, Value value) {
        var out = io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.Value.newBuilder();
        return switch (value) {
            case Value.Text text -> out.setTextValue(text.text()).build();
            case Value.Int whole -> out.setIntValue(whole.value()).build();
            case Value.Number number -> out.setNumberValue(number.value()).build();
            case Value.Bool bool -> out.setBoolValue(bool.value()).build();
            case Value.Date date ->
                out.setDateValue(DateText.write(date.time())).build();
            case Value.Uuid uuid -> out.setUuidValue(uuid.id().toString()).build();
            case Value.Blob blob -> out.setBlobValue(blob.base64()).build();
            case Value.Geo geo -> out.setGeoValue(geo(geo)).build();
            case Value.Phone phone -> out.setPhoneValue(phone(phone)).build();
            case Value.Nested nested ->
                out.setObjectValue(nested(picked.nested(), nested.properties())).build();
            case Value.Many many ->
                out.setListValue(ListMessage.write(picked, many.all())).build();
            case Value.References _ ->
                throw new IllegalStateException("A reference was picked, which the selection leaves out");
        };
    }

    private static GeoCoordinate geo(Value.Geo geo) {
        return GeoCoordinate.newBuilder()
                .setLatitude(geo.latitude())
                .setLongitude(geo.longitude())
                .build();
    }

    private static PhoneNumber phone(Value.Phone phone) {
        return PhoneNumber.newBuilder()
                .setInput(phone.input())
                .setDefaultCountry(phone.defaultCountry().orElse(""))
                .setInternationalFormatted(phone.internationalFormatted())
                .setNational(phone.national())
                .setNationalFormatted(phone.nationalFormatted())
                .setCountryCode(phone.countryCode())
                .setValid(phone.valid())
                .build();
    }
}
