package io.text2vec.collections.object;

import io.text2vec.collections.CollectionException.Invalid;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads numbers. JSON and protobuf don't tell whole ones from others, so a double without fraction is a fine int. */
final class Numbers {
    private Numbers() {}

    static long whole(Object raw, String where) {
        try {
            return switch (raw) {
                case Long whole -> whole;
                case Double number -> new BigDecimal(number).longValueExact();
                case BigInteger whole -> whole.longValueExact();
                case BigDecimal number -> number.longValueExact();
                case null, default -> throw ValueReader.mistyped(where, "a whole number", raw);
            };
        } catch (ArithmeticException brokenOrTooLarge) {
            throw new Invalid("Property %s must be a whole number of 64 bits.".formatted(where));
        } catch (NumberFormatException notFinite) {
            throw finite(where);
        }
    }

    static double number(Object raw, String where) {
        double number =
                switch (raw) {
                    case Long whole -> (double) whole;
                    case Number any -> any.doubleValue();
                    case null, default -> throw ValueReader.mistyped(where, "a number", raw);
                };
        if (!Double.isFinite(number)) {
            throw finite(where);
        }
        return number;
    }

    private static Invalid finite(String where) {
        return new Invalid("Property %s must be a finite number of 64 bits.".formatted(where));
    }
}
