package io.text2vec.weaviate.grpc.batch;

import com.google.protobuf.Struct;
import io.text2vec.collections.CollectionException.Invalid;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Gathers the properties of an object, which the message keeps apart by type, as an object input has them. */
public final class PropertiesMessage {
    private final Map<String, Object> properties = new LinkedHashMap<>();

    private PropertiesMessage() {}

    static Map<String, Object> read(BatchObject.Properties message) {
        Map<String, Object> values = readValues(message);
        ReferencesMessage.read(message).forEach((name, references) -> {
            if (values.put(name, references) != null) {
                throw new Invalid("property %s is given twice".formatted(name));
            }
        });
        return values;
    }

    /** The same without a look at references. */
    public static Map<String, Object> readValues(BatchObject.Properties message) {
        PropertiesMessage read = new PropertiesMessage();
        read.plain(message.getNonRefProperties());
        message.getNumberArrayPropertiesList().forEach(read::numbers);
        message.getIntArrayPropertiesList().forEach(read::ints);
        message.getTextArrayPropertiesList().forEach(read::texts);
        message.getBooleanArrayPropertiesList().forEach(read::booleans);
        message.getObjectPropertiesList().forEach(read::object);
        message.getObjectArrayPropertiesList().forEach(read::objects);
        message.getEmptyListPropsList().forEach(name -> read.put(name, List.of()));
        return read.properties;
    }

    private static Map<String, Object> read(ObjectPropertiesValue message) {
        PropertiesMessage read = new PropertiesMessage();
        read.plain(message.getNonRefProperties());
        message.getNumberArrayPropertiesList().forEach(read::numbers);
        message.getIntArrayPropertiesList().forEach(read::ints);
        message.getTextArrayPropertiesList().forEach(read::texts);
        message.getBooleanArrayPropertiesList().forEach(read::booleans);
        message.getObjectPropertiesList().forEach(read::object);
        message.getObjectArrayPropertiesList().forEach(read::objects);
        message.getEmptyListPropsList().forEach(name -> read.put(name, List.of()));
        return read.properties;
    }

    private void plain(Struct struct) {
        struct.getFieldsMap().forEach((name, value) -> put(name, StructValue.read(value)));
    }

    @SuppressWarnings("deprecation") // older clients send a list
    private void numbers(NumberArrayProperties numbers) {
        String name = numbers.getPropName();
        DoubleStream values = numbers.getValuesBytes().isEmpty()
                ? numbers.getValuesList().stream().mapToDouble(Double::doubleValue)
                : DoubleStream.of(VectorBytes.doubles(numbers.getValuesBytes(), "property " + name));
        put(name, new Value.Many(values.<Value>mapToObj(Value.Number::new).toList()));
    }

    // Typed, because auto-schema takes a number without a type for one with a fraction.
    private void ints(IntArrayProperties ints) {
        put(
                ints.getPropName(),
                new Value.Many(
                        ints.getValuesList().stream().<Value>map(Value.Int::new).toList()));
    }

    private void texts(TextArrayProperties texts) {
        put(texts.getPropName(), List.copyOf(texts.getValuesList()));
    }

    private void booleans(BooleanArrayProperties booleans) {
        put(booleans.getPropName(), List.copyOf(booleans.getValuesList()));
    }

    private void object(ObjectProperties object) {
        put(object.getPropName(), read(object.getValue()));
    }

    private void objects(ObjectArrayProperties objects) {
        put(
                objects.getPropName(),
                objects.getValuesList().stream().map(PropertiesMessage::read).toList());
    }

    private void put(String name, Object value) {
        if (properties.containsKey(name)) {
            throw new Invalid("property %s is given twice".formatted(name));
        }
        properties.put(name, value);
    }
}
