package io.text2vec.lucene.vector;

import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/** Tells the ids of documents. */
final class Ids {
    private final List<LeafReaderContext> segments;

    Ids(IndexSearcher searcher) {
        this.segments = searcher.getIndexReader().leaves();
    }

    UUID of(int document) throws IOException {
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        BinaryDocValues ids = DocValues.getBinary(segment.reader(), Fields.ID);
        if (!ids.advanceExact(document - segment.docBase)) {
            throw new IllegalStateException("A document of the index has no id.");
        }
        return Fields.uuid(ids.binaryValue());
    }
}
