package io.text2vec.lucene.vector;

import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorIndex;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Writes an index as Lucene does, but each vector as the collection's definition says.
 *
 * <p>It is needed for writing alone: what it wrote says itself how it is read.
 */
public final class VectorCodec extends Lucene104Codec {
    /**
     * Small segments have no graph and are searched by comparing all. A graph for each of the many that writes leave
     * behind would cost more than the searches in them, since merging makes it anew. Lucene takes this number times the
     * logarithm of how many vectors there are for what a graph's search would compare, and makes none where that is all
     * of them: up to about 3000 vectors.
     */
    private static final int GRAPHLESS = 375;

    /**
     * In Lucene as in Weaviate a vector has so many connections on each layer, and twice as many on the lowest. Half of
     * what Weaviate takes is enough here: with 16 for its default of 32, 0.99 of the true ten nearest of 60 000 vectors
     * of texts (384 components, the default breadth of search) are found, and each connection costs when indexing.
     */
    private static final int PER_CONNECTION = 2;

    private static final int LEAST_CONNECTIONS = 4;
    private static final int ALWAYS_GRAPHLESS = Integer.MAX_VALUE;
    private static final int ONE_WORKER = 1;
    private static final ExecutorService THE_MERGING_THREAD = null;

    private final Supplier<CollectionDef> collection;

    /** @param collection asked whenever a segment is written, so that it may have changed */
    public VectorCodec(Supplier<CollectionDef> collection) {
        this.collection = collection;
    }

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return new LongVectors(
                format(VectorFields.definition(collection.get(), field).index()));
    }

    private static KnnVectorsFormat format(VectorIndex index) {
        boolean searched = !index.skip() && Metric.ranksAsLucene(index.distance());
        boolean graph = searched && index.type().equals(VectorIndex.HNSW);
        int connections = Math.clamp(
                index.maxConnections() / PER_CONNECTION, LEAST_CONNECTIONS, Lucene99HnswVectorsFormat.MAXIMUM_MAX_CONN);
        int beam = Math.min(index.efConstruction(), Lucene99HnswVectorsFormat.MAXIMUM_BEAM_WIDTH);
        int graphless = graph ? GRAPHLESS : ALWAYS_GRAPHLESS;
        return searched && index.quantised()
                ? new Lucene104HnswScalarQuantizedVectorsFormat(
                        ScalarEncoding.UNSIGNED_BYTE, connections, beam, ONE_WORKER, THE_MERGING_THREAD, graphless)
                : new Lucene99HnswVectorsFormat(connections, beam, ONE_WORKER, THE_MERGING_THREAD, graphless);
    }
}
