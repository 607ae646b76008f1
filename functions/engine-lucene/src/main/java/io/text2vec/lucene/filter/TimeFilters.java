package io.text2vec.lucene.filter;

import io.text2vec.collections.filter.TypedFilter.Comparison;
import io.text2vec.collections.object.Value;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.Query;

/** Conditions on the times of objects, which grow with the numbers of their documents: their skip index leaves little to read. */
final class TimeFilters {
    private TimeFilters() {}

    static Query oneOf(String field, List<Value> values) {
        return NumericDocValuesField.newSlowSetQuery(
                field, values.stream().mapToLong(ValueFilters::integer).toArray());
    }

    static Query compared(String field, Comparison how, Value value) {
        LongRange range = LongRange.of(how, ValueFilters.integer(value));
        return NumericDocValuesField.newSlowRangeQuery(field, range.least(), range.most());
    }
}
