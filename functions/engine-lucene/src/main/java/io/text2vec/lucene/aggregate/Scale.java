package io.text2vec.lucene.aggregate;

import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.DataType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.lucene.util.NumericUtils;

/** What the keys of values that have an order stand for. */
enum Scale {
    INT {
        @Override
        Value value(long key) {
            return new Value.Int(key);
        }

        @Override
        double number(long key) {
            return key;
        }

        @Override
        Value between(long one, long other) {
            return new Value.Number(((double) one + other) / 2);
        }
    },
    NUMBER {
        @Override
        Value value(long key) {
            return new Value.Number(number(key));
        }

        @Override
        double number(long key) {
            return NumericUtils.sortableLongToDouble(key);
        }

        @Override
        Value between(long one, long other) {
            return new Value.Number(one == other ? number(one) : (number(one) + number(other)) / 2);
        }
    },
    /** Microseconds since 1970. */
    DATE {
        @Override
        Value value(long key) {
            return new Value.Date(Instant.EPOCH.plus(key, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        }

        @Override
        double number(long key) {
            return key;
        }

        @Override
        Value between(long one, long other) {
            return value(one + (other - one) / 2);
        }
    };

    static Scale of(DataType type) {
        return switch (type) {
            case INT -> INT;
            case NUMBER -> NUMBER;
            case DATE -> DATE;
            case TEXT, BOOLEAN, UUID, BLOB, GEO_COORDINATES, PHONE_NUMBER, OBJECT, REFERENCE ->
                throw new IllegalArgumentException(type + " has no order");
        };
    }

    abstract Value value(long key);

    abstract double number(long key);

    /** The middle of two. */
    abstract Value between(long one, long other);
}
