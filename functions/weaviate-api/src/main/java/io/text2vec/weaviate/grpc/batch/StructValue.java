package io.text2vec.weaviate.grpc.batch;

import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads protobuf's form of JSON, whose numbers are all doubles. */
final class StructValue {
    private StructValue() {}

    /** @return null for null and for a value without kind */
    static Object read(Value value) {
        return switch (value.getKindCase()) {
            case NULL_VALUE, KIND_NOT_SET -> null;
            case NUMBER_VALUE -> value.getNumberValue();
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case STRUCT_VALUE -> object(value.getStructValue().getFieldsMap());
            case LIST_VALUE -> list(value.getListValue().getValuesList());
        };
    }

    private static Map<String, Object> object(Map<String, Value> fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        fields.forEach((name, value) -> object.put(name, read(value)));
        return object;
    }

    private static List<Object> list(List<Value> values) {
        List<Object> list = new ArrayList<>(values.size()); // may hold null
        values.forEach(value -> list.add(read(value)));
        return list;
    }
}
