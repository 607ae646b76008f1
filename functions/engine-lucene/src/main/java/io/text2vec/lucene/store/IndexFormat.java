package io.text2vec.lucene.store;

import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.keyword.LengthSimilarity;
import io.text2vec.lucene.vector.VectorCodec;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexWriterConfig;

/** How every index is written, so that searches can read it. */
public final class IndexFormat {
    private IndexFormat() {}

    /**
     * The settings of a writer that matter to searches.
     *
     * @param collection asked whenever a segment is written, so that it may have changed
     */
    public static IndexWriterConfig config(Supplier<CollectionDef> collection) {
        return new IndexWriterConfig().setCodec(new VectorCodec(collection)).setSimilarity(new LengthSimilarity());
    }
}
