package io.text2vec.lucene.sort;

import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;

/** Orders by a value that is read from the stored source, once there is something to compare it with. */
final class SourceOrder extends FieldComparatorSource {
    private final String property;
    private final boolean behindColumn;

    /** @param behindColumn whether texts are compared whose beginnings in the column are equal, so that short ones are */
    SourceOrder(String property, boolean behindColumn) {
        this.property = property;
        this.behindColumn = behindColumn;
    }

    @Override
    public FieldComparator<?> newComparator(String field, int hits, Pruning pruning, boolean reversed) {
        return new Comparison(hits);
    }

    private final class Comparison extends FieldComparator<LateValue> {
        private final LateValue[] slots;
        private LateValue bottom;
        private LateValue top;

        Comparison(int hits) {
            slots = new LateValue[hits];
        }

        @Override
        public int compare(int one, int other) {
            return slots[one].compareTo(slots[other]);
        }

        @Override
        public int compareValues(LateValue one, LateValue other) {
            return one.compareTo(other);
        }

        @Override
        public void setTopValue(LateValue value) {
            top = value;
        }

        @Override
        public LateValue value(int slot) {
            return slots[slot];
        }

        @Override
        public LeafFieldComparator getLeafComparator(LeafReaderContext segment) throws IOException {
            Lengths lengths =
                    behindColumn ? new Lengths(DocValues.getSorted(segment.reader(), Fields.sortText(property))) : null;
            return new LeafFieldComparator() {
                @Override
                public void setBottom(int slot) {
                    bottom = slots[slot];
                }

                @Override
                public int compareBottom(int document) throws IOException {
                    return bottom.compareTo(value(document));
                }

                @Override
                public int compareTop(int document) throws IOException {
                    return top.compareTo(value(document));
                }

                @Override
                public void copy(int slot, int document) throws IOException {
                    slots[slot] = value(document);
                }

                private LateValue value(int document) throws IOException {
                    return lengths == null || lengths.isCut(document)
                            ? new LateValue(segment.reader(), document, property)
                            : LateValue.NONE;
                }

                @Override
                public void setScorer(Scorable scorer) {
                    // Scores play no part.
                }
            };
        }
    }

    /** Tells whether a column holds but the beginning of a text. Remembers the last answer: ties ask for the same again. */
    private static final class Lengths {
        private final SortedDocValues beginnings;
        private int lastOrdinal = -1;
        private boolean lastIsCut;

        Lengths(SortedDocValues beginnings) {
            this.beginnings = beginnings;
        }

        boolean isCut(int document) throws IOException {
            if (!beginnings.advanceExact(document)) {
                return false;
            }
            int ordinal = beginnings.ordValue();
            if (ordinal != lastOrdinal) {
                lastIsCut = beginnings.lookupOrd(ordinal).length == Fields.SORT_BYTES;
                lastOrdinal = ordinal;
            }
            return lastIsCut;
        }
    }
}
