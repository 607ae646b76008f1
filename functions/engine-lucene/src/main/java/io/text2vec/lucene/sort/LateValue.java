package io.text2vec.lucene.sort;

import io.text2vec.collections.object.Value;
import io.text2vec.lucene.document.ObjectDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;

/** The value of a document's property, read when it is first compared. */
final class LateValue {
    /** No value, which needs no reading. */
    static final LateValue NONE = new LateValue(null, 0, "");

    private final LeafReader reader;
    private final int document;
    private final String property;
    private Optional<Value> value;

    LateValue(LeafReader reader, int document, String property) {
        this.reader = reader;
        this.document = document;
        this.property = property;
        value = reader == null ? Optional.empty() : null;
    }

    /** No value is less than any. */
    int compareTo(LateValue other) {
        if (this == NONE && other == NONE) {
            return 0;
        }
        Optional<Value> one = value();
        Optional<Value> another = other.value();
        return one.isPresent() && another.isPresent()
                ? ValueOrder.ASCENDING.compare(one.get(), another.get())
                : Boolean.compare(one.isPresent(), another.isPresent());
    }

    private Optional<Value> value() {
        if (value == null) {
            try {
                value = Optional.ofNullable(
                        ObjectDocument.properties(reader, document).get(property));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return value;
    }
}
