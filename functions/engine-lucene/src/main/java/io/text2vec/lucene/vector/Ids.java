package io.text2vec.lucene.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Tells the ids of documents. */
final class Ids {
    static final String FIELD = "_id";

    private final List<LeafReaderContext> segments;

    Ids(IndexSearcher searcher) {
        this.segments = searcher.getIndexReader().leaves();
    }

    UUID of(int document) throws IOException {
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        SortedDocValues ids = DocValues.getSorted(segment.reader(), FIELD);
        if (!ids.advanceExact(document - segment.docBase)) {
            throw new IllegalStateException("A document of the index has no id.");
        }
        BytesRef bytes = ids.lookupOrd(ids.ordValue());
        ByteBuffer id = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(id.getLong(), id.getLong());
    }
}
