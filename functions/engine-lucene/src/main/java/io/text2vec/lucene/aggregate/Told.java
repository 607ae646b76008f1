package io.text2vec.lucene.aggregate;

import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.Property;
import io.text2vec.lucene.document.Keys;
import io.text2vec.lucene.document.ObjectDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Tells which values stand behind the keys that occur most often, equally frequent ones in the order of the values. */
final class Told {
    /** Among so many equally frequent ones at the end the first in order are chosen; of more, just any. */
    private static final int TIES = 1_000;

    private final List<LeafReaderContext> segments;
    private final Property property;

    /** A key and its value. */
    record Entry(Counted counted, Value value) {
        private static final Comparator<Entry> MOST_FREQUENT_FIRST = Comparator.comparingLong(
                        (Entry entry) -> -entry.counted().count())
                .thenComparing(Entry::order);

        private BytesRef order() {
            return switch (value) {
                case Value.Text(String text) -> new BytesRef(text);
                case Value.Uuid uuid -> new BytesRef(uuid.id().toString());
                case Value.References(List<Value.Beacon> one) -> new BytesRef(Beacons.write(one.getFirst()));
                case Value other -> ascending(Keys.of(other).orElseThrow());
            };
        }

        private static BytesRef ascending(long key) {
            byte[] bytes = new byte[Long.BYTES];
            org.apache.lucene.util.NumericUtils.longToSortableBytes(key, bytes, 0);
            return new BytesRef(bytes);
        }
    }

    Told(IndexSearcher searcher, Property property) {
        segments = searcher.getIndexReader().leaves();
        this.property = property;
    }

    /** @param most how many at most */
    List<Entry> of(Values.Pass values, int most) throws IOException {
        List<Counted> found = new Frequent(Tally.MOST).of(values, most + TIES);
        long last = found.size() > most ? found.get(most - 1).count() : 0;
        List<Entry> told = new ArrayList<>();
        for (Counted counted : found) {
            if (counted.count() >= last) {
                told.add(new Entry(counted, value(counted)));
            }
        }
        return told.stream().sorted(Entry.MOST_FREQUENT_FIRST).limit(most).toList();
    }

    private Value value(Counted counted) throws IOException {
        return switch (property.type().of()) {
            case INT, NUMBER -> Scale.of(property.type().of()).value(counted.key());
            case BOOLEAN -> new Value.Bool(counted.key() != 0);
            default -> read(counted); // a text behind its hash, a date with its offset
        };
    }

    private Value read(Counted counted) throws IOException {
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(counted.document(), segments));
        return Keys.single(
                        ObjectDocument.properties(segment.reader(), counted.document() - segment.docBase),
                        property.name())
                .stream()
                .filter(value -> Keys.of(value).equals(OptionalLong.of(counted.key())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A column has a key that its object has not."));
    }
}
