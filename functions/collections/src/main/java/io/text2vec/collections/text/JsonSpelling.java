package io.text2vec.collections.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.text2vec.collections.object.ObjectJson;
import io.text2vec.collections.object.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values that are no texts, as JSON spells them: keys in order, no blanks, a whole double without a fraction. */
final class JsonSpelling {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Outside of these a number is written with an exponent. */
    private static final double LEAST_PLAIN = 1e-6;

    private static final double FIRST_NOT_PLAIN = 1e21;

    private JsonSpelling() {}

    static String of(Value value) {
        try {
            return MAPPER.writeValueAsString(spelt(ObjectJson.value(value)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a value could not be written as JSON", impossible);
        }
    }

    private static Object spelt(Object json) {
        return switch (json) {
            case Double number -> new RawValue(number(number));
            case List<?> list -> list.stream().map(JsonSpelling::spelt).toList();
            case Map<?, ?> object -> {
                Map<String, Object> sorted = new TreeMap<>();
                object.forEach((key, value) -> sorted.put(key.toString(), spelt(value)));
                yield sorted;
            }
            default -> json;
        };
    }

    private static String number(double number) {
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        double size = Math.abs(number);
        if (number == 0 || size >= LEAST_PLAIN && size < FIRST_NOT_PLAIN) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        return (number < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e" : "e+")
                + exponent;
    }
}
