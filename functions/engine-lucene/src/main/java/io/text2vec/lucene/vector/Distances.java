package io.text2vec.lucene.vector;

import io.text2vec.collections.schema.VectorDef;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/** Exact distances of documents to a vector. */
final class Distances {
    private Distances() {}

    /**
     * The distance of each document; NaN where it lacks the vector.
     *
     * @param documents ascending
     */
    static double[] of(IndexSearcher searcher, VectorDef definition, float[] target, int[] documents)
            throws IOException {
        double[] distances = new double[documents.length];
        Arrays.fill(distances, Double.NaN);
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        int next = 0;
        for (LeafReaderContext segment : segments) {
            int end = segment.docBase + segment.reader().maxDoc();
            if (next == documents.length || documents[next] >= end) {
                continue;
            }
            FloatVectorValues vectors = segment.reader().getFloatVectorValues(VectorFields.searched(definition.name()));
            var position = vectors == null ? null : vectors.iterator();
            for (; next < documents.length && documents[next] < end; next++) {
                int document = documents[next] - segment.docBase;
                if (position != null && position.advance(document) == document) {
                    distances[next] =
                            Metric.of(definition.index().distance(), target, vectors.vectorValue(position.index()));
                }
            }
        }
        return distances;
    }
}
