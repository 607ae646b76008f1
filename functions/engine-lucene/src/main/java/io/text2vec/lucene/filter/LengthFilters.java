package io.text2vec.lucene.filter;

import io.text2vec.collections.filter.TypedFilter.Comparison;
import io.text2vec.collections.object.Value;
import io.text2vec.lucene.document.Fields;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;

/** Conditions on lengths. The length 0 has no entry in the index: so it needs none for a property that came later. */
final class LengthFilters {
    private LengthFilters() {}

    static Query oneOf(String property, List<Value> values) {
        String field = Fields.length(property);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(
                LongField.newSetQuery(
                        field, values.stream().mapToLong(ValueFilters::integer).toArray()),
                Occur.SHOULD);
        if (values.stream().anyMatch(value -> ValueFilters.integer(value) == 0)) {
            any.add(Filters.not(new FieldExistsQuery(field)), Occur.SHOULD);
        }
        return any.build();
    }

    static Query compared(String property, Comparison how, Value value) {
        String field = Fields.length(property);
        LongRange range = LongRange.of(how, ValueFilters.integer(value));
        Query above = LongField.newRangeQuery(field, range.least(), range.most());
        if (!range.has(0)) {
            return above;
        }
        return new BooleanQuery.Builder()
                .add(above, Occur.SHOULD)
                .add(Filters.not(new FieldExistsQuery(field)), Occur.SHOULD)
                .build();
    }
}
