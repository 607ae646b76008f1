package io.text2vec.collections.filter;

import io.text2vec.collections.object.DateText;
import io.text2vec.collections.object.UuidText;
import io.text2vec.collections.object.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads what a condition compares with as the type of what it looks at, where nothing is lost by that. */
final class Coercion {
    /** Longer than any number that a double is written as. */
    private static final int LONGEST_NUMBER = 1_100;

    private Coercion() {}

    /** @return nothing if it is not of the type, and can't become it without a loss */
    static Optional<Value> text(Operand operand) {
        return operand instanceof Operand.Text(String text) ? Optional.of(new Value.Text(text)) : Optional.empty();
    }

    static Optional<Value> bool(Operand operand) {
        return operand instanceof Operand.Bool(boolean yes) ? Optional.of(new Value.Bool(yes)) : Optional.empty();
    }

    static Optional<Value> integer(Operand operand) {
        return switch (operand) {
            case Operand.Int(long value) -> Optional.of(new Value.Int(value));
            case Operand.Number(double value) -> exact(value).map(Value.Int::new);
            case Operand.Text(String text) ->
                decimal(text).flatMap(Coercion::exact).map(Value.Int::new);
            case Operand.Bool _, Operand.GeoRange _, Operand.Many _ -> Optional.empty();
        };
    }

    static Optional<Value> number(Operand operand) {
        return switch (operand) {
            case Operand.Int(long value)
            when exact((double) value).equals(Optional.of(value)) -> Optional.of(new Value.Number(value));
            case Operand.Number(double value) when Double.isFinite(value) -> Optional.of(new Value.Number(value));
            case Operand.Text(String text) ->
                decimal(text)
                        .map(BigDecimal::doubleValue)
                        .filter(Double::isFinite)
                        .map(Value.Number::new);
            case Operand.Int _, Operand.Number _, Operand.Bool _, Operand.GeoRange _, Operand.Many _ ->
                Optional.empty();
        };
    }

    static Optional<Value> date(Operand operand) {
        return operand instanceof Operand.Text(String text)
                ? DateText.read(text).map(Value.Date::new)
                : Optional.empty();
    }

    static Optional<Value> uuid(Operand operand) {
        return operand instanceof Operand.Text(String text)
                ? UuidText.read(text).map(Value.Uuid::new)
                : Optional.empty();
    }

    /** Milliseconds since 1970, from those or from an RFC 3339 date. */
    static Optional<Value> millis(Operand operand) {
        if (operand instanceof Operand.Text(String text)) {
            Optional<Value> date = DateText.read(text)
                    .map(time -> new Value.Int(time.toInstant().toEpochMilli()));
            if (date.isPresent()) {
                return date;
            }
        }
        return integer(operand);
    }

    private static Optional<Long> exact(double value) {
        return value == Math.rint(value) && value >= Long.MIN_VALUE && value < Long.MAX_VALUE
                ? Optional.of((long) value)
                : Optional.empty();
    }

    private static Optional<Long> exact(BigDecimal value) {
        try {
            return Optional.of(value.longValueExact());
        } catch (ArithmeticException loses) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> decimal(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }
}
