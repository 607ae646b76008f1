package io.text2vec.collections.query;

import java.util.OptionalInt;

/** How many of a query's terms an object must have. */
public record Match(Operator operator, OptionalInt minimum) {
    public static final Match ANY = new Match(Operator.OR, OptionalInt.empty());

    public enum Operator {
        /** One, or the minimum, in one property. */
        OR,
        /** All, in one property. */
        AND,
        /** All, in any of the properties. */
        AND_CROSS
    }
}
