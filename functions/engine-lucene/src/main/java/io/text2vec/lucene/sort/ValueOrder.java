package io.text2vec.lucene.sort;

import io.text2vec.collections.object.Value;
import io.text2vec.collections.text.Tokenizers;
import io.text2vec.lucene.document.Fields;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * The order of values of one type: texts without regard to case; lists by their first elements that differ, a shorter one
 * before one that goes on; places by latitude, then longitude; phone numbers by their international form.
 */
final class ValueOrder implements Comparator<Value> {
    static final Comparator<Value> ASCENDING = new ValueOrder();

    private static final Comparator<Value.Geo> PLACES =
            Comparator.comparingDouble(Value.Geo::latitude).thenComparingDouble(Value.Geo::longitude);

    private ValueOrder() {}

    @Override
    public int compare(Value one, Value other) {
        if (one instanceof Value.Text(String text) && other instanceof Value.Text(String another)) {
            return Tokenizers.caseless(text).compareTo(Tokenizers.caseless(another));
        }
        if (one instanceof Value.Int(long number) && other instanceof Value.Int(long another)) {
            return Long.compare(number, another);
        }
        if (one instanceof Value.Number(double number) && other instanceof Value.Number(double another)) {
            return Double.compare(Fields.number(number), Fields.number(another));
        }
        if (one instanceof Value.Bool(boolean yes) && other instanceof Value.Bool(boolean another)) {
            return Boolean.compare(yes, another);
        }
        if (one instanceof Value.Date date && other instanceof Value.Date another) {
            return date.time().toInstant().compareTo(another.time().toInstant());
        }
        if (one instanceof Value.Uuid uuid && other instanceof Value.Uuid another) {
            return Fields.bytes(uuid.id()).compareTo(Fields.bytes(another.id()));
        }
        if (one instanceof Value.Blob(String base64) && other instanceof Value.Blob(String another)) {
            return base64.compareTo(another);
        }
        if (one instanceof Value.Geo place && other instanceof Value.Geo another) {
            return PLACES.compare(place, another);
        }
        if (one instanceof Value.Phone phone && other instanceof Value.Phone another) {
            return phone.internationalFormatted().compareTo(another.internationalFormatted());
        }
        if (one instanceof Value.Many(List<Value> all) && other instanceof Value.Many(List<Value> another)) {
            return compare(all.iterator(), another.iterator());
        }
        throw new IllegalStateException("Values of different types, or of one without order, were compared");
    }

    private int compare(Iterator<Value> one, Iterator<Value> other) {
        while (one.hasNext() && other.hasNext()) {
            int order = compare(one.next(), other.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(one.hasNext(), other.hasNext());
    }
}
