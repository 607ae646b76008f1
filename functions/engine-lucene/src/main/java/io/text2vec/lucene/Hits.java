package io.text2vec.lucene;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.document.ObjectDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/** Reads of found documents what is wanted. */
final class Hits {
    private final List<LeafReaderContext> segments;
    private final CollectionDef collection;

    Hits(IndexSearcher searcher, CollectionDef collection) {
        this.segments = searcher.getIndexReader().leaves();
        this.collection = collection;
    }

    List<Hit> read(List<Found> found, Wanted wanted) throws IOException {
        List<Hit> hits = new ArrayList<>(found.size());
        for (Found document : found) {
            hits.add(new Hit(
                    object(document.document(), wanted),
                    document.distance(),
                    document.score(),
                    wanted.explanation() ? document.explanation().text() : Optional.empty()));
        }
        return hits;
    }

    private StoredObject object(int document, Wanted wanted) throws IOException {
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        return ObjectDocument.read(segment, document - segment.docBase, wanted, collection);
    }
}
