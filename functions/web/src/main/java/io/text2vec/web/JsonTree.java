package io.text2vec.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as plain values: {@code Map} with text keys in their order, {@code List}, {@code String}, {@code Long},
 * {@code Double}, {@code BigInteger} and {@code BigDecimal} where these would lose something, {@code Boolean}, and null.
 */
public final class JsonTree {
    private JsonTree() {}

    /**
     * Reads a body that is an object.
     *
     * @param example what a body looks like, for the sender of something else
     * @throws Refusal 400 if it is no JSON object
     */
    public static Map<String, Object> object(byte[] body, String example) {
        return JsonBody.parse(body, example, in -> {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw Refusal.malformed("The body must be a JSON object: send " + example + ".");
            }
            return object(in);
        });
    }

    /**
     * Reads a body that is a list.
     *
     * @param example what a body looks like, for the sender of something else
     * @throws Refusal 400 if it is no JSON list
     */
    public static List<Object> list(byte[] body, String example) {
        return JsonBody.parse(body, example, in -> {
            if (in.currentToken() != JsonToken.START_ARRAY) {
                throw Refusal.malformed("The body must be a JSON list: send " + example + ".");
            }
            return list(in);
        });
    }

    /** Reads the value at whose first token a parser stands; leaves it at the last. */
    public static Object read(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> list(in);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> integer(in);
            case VALUE_NUMBER_FLOAT -> decimal(in);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, Object> object(JsonParser in) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            object.put(name, read(in));
        }
        return object;
    }

    private static List<Object> list(JsonParser in) throws IOException {
        List<Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(read(in));
        }
        return list;
    }

    private static Object integer(JsonParser in) throws IOException {
        return switch (in.getNumberType()) {
            case INT, LONG -> in.getLongValue();
            default -> in.getBigIntegerValue();
        };
    }

    private static Object decimal(JsonParser in) throws IOException {
        double value = in.getDoubleValue();
        return Double.isInfinite(value) ? in.getDecimalValue() : (Object) value;
    }

    /** Appends a value of the kinds above, or a {@code float[]}; every other {@code Number} as it writes itself. */
    public static StringBuilder write(StringBuilder out, Object value) {
        return switch (value) {
            case null -> out.append("null");
            case Map<?, ?> object -> writeObject(out, object);
            case Iterable<?> list -> writeList(out, list);
            case float[] vector -> Json.numbers(out, vector);
            case Double number -> out.append(whole(number) ? Long.toString(number.longValue()) : number.toString());
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            default -> Json.quote(out, value.toString());
        };
    }

    // As JavaScript and Go write numbers: 3, not 3.0. Beyond 2^53 a double's digits are not its own.
    private static boolean whole(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1L << 53;
    }

    private static StringBuilder writeObject(StringBuilder out, Map<?, ?> object) {
        out.append('{');
        String comma = "";
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            Json.quote(out.append(comma), entry.getKey().toString());
            write(out.append(':'), entry.getValue());
            comma = ",";
        }
        return out.append('}');
    }

    private static StringBuilder writeList(StringBuilder out, Iterable<?> list) {
        out.append('[');
        String comma = "";
        for (Object item : list) {
            write(out.append(comma), item);
            comma = ",";
        }
        return out.append(']');
    }
}
