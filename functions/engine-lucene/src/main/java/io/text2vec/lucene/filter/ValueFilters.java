package io.text2vec.lucene.filter;

import io.text2vec.collections.filter.TypedFilter.Comparison;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.DataType;
import io.text2vec.lucene.document.Fields;
import java.util.List;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;

/** Conditions on values that are no texts. */
final class ValueFilters {
    private ValueFilters() {}

    static Query oneOf(DataType type, String field, List<Value> values) {
        return switch (type) {
            case INT, DATE ->
                values.size() == 1
                        ? LongField.newExactQuery(field, integer(values.getFirst()))
                        : LongField.newSetQuery(
                                field,
                                values.stream().mapToLong(ValueFilters::integer).toArray());
            case NUMBER ->
                values.size() == 1
                        ? DoubleField.newExactQuery(field, number(values.getFirst()))
                        : DoubleField.newSetQuery(
                                field,
                                values.stream()
                                        .mapToDouble(ValueFilters::number)
                                        .toArray());
            case BOOLEAN, UUID -> ids(field, values);
            case TEXT, BLOB, GEO_COORDINATES, PHONE_NUMBER, OBJECT, REFERENCE ->
                throw new IllegalArgumentException("no values of this type are compared: " + type);
        };
    }

    /** Values that are terms. */
    static Query ids(String field, List<Value> values) {
        return values.size() == 1
                ? new TermQuery(new Term(field, term(values.getFirst())))
                : new TermInSetQuery(
                        field, values.stream().map(ValueFilters::term).toList());
    }

    static Query compared(String field, Comparison how, Value value) {
        return switch (value) {
            case Value.Int _, Value.Date _ -> {
                LongRange range = LongRange.of(how, integer(value));
                yield LongField.newRangeQuery(field, range.least(), range.most());
            }
            case Value.Number _ -> compared(field, how, number(value));
            default -> range(field, how, term(value));
        };
    }

    static Query range(String field, Comparison how, BytesRef term) {
        return switch (how) {
            case GREATER -> new TermRangeQuery(field, term, null, false, true);
            case GREATER_OR_EQUAL -> new TermRangeQuery(field, term, null, true, true);
            case LESS -> new TermRangeQuery(field, null, term, true, false);
            case LESS_OR_EQUAL -> new TermRangeQuery(field, null, term, true, true);
        };
    }

    private static Query compared(String field, Comparison how, double value) {
        return switch (how) {
            case GREATER -> DoubleField.newRangeQuery(field, DoublePoint.nextUp(value), Double.POSITIVE_INFINITY);
            case GREATER_OR_EQUAL -> DoubleField.newRangeQuery(field, value, Double.POSITIVE_INFINITY);
            case LESS -> DoubleField.newRangeQuery(field, Double.NEGATIVE_INFINITY, DoublePoint.nextDown(value));
            case LESS_OR_EQUAL -> DoubleField.newRangeQuery(field, Double.NEGATIVE_INFINITY, value);
        };
    }

    static long integer(Value value) {
        return switch (value) {
            case Value.Int(long number) -> number;
            case Value.Date date -> Fields.micros(date.time());
            default -> throw new IllegalArgumentException("no integer");
        };
    }

    private static double number(Value value) {
        if (value instanceof Value.Number(double number)) {
            return Fields.number(number);
        }
        throw new IllegalArgumentException("no number");
    }

    private static BytesRef term(Value value) {
        return switch (value) {
            case Value.Bool bool -> Fields.term(bool);
            case Value.Uuid(java.util.UUID id) -> Fields.bytes(id);
            default -> throw new IllegalArgumentException("no term");
        };
    }
}
