package io.text2vec.lucene.vector;

import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.VectorDef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.knn.KnnSearchStrategy;

/**
 * Finds which documents are likely the nearest to a vector.
 *
 * <p>All segments are searched by the calling thread.
 */
final class Nearest {
    /**
     * Up to how many documents of a segment that a filter lets through are all compared: a graph's search passes by the
     * others, which takes as long, and it may miss some. Without a filter the graph is faster wherever there is one.
     */
    private static final int FEW = 10_000;

    private final IndexSearcher searcher;
    private final Accepted accepted;

    Nearest(IndexSearcher searcher, Accepted accepted) {
        this.searcher = searcher;
        this.accepted = accepted;
    }

    /**
     * The documents to compare in full, in their own order.
     *
     * @param vector of the length that the vectors of the name have
     */
    int[] candidates(VectorDef definition, float[] vector, SearchBreadth breadth) throws IOException {
        Distance distance = definition.index().distance();
        String field = VectorFields.searched(definition.name());
        float[] target = distance == Distance.COSINE ? VectorFields.unit(vector) : vector;
        double all = searcher.getIndexReader().maxDoc();
        List<ScoreDoc> found = new ArrayList<>();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            int broad = breadth.of(segment.reader().maxDoc() / all);
            KnnCollector collector = new TopKnnCollector(broad, Integer.MAX_VALUE, KnnSearchStrategy.Hnsw.DEFAULT);
            AcceptDocs accepts = accepted.in(segment);
            if (Metric.ranksAsLucene(distance) && !accepted.areFew(segment, FEW)) {
                segment.reader().searchNearestVectors(field, target, collector, accepts);
            } else {
                compareAll(segment, field, distance, target, accepts, collector);
            }
            Stream.of(collector.topDocs().scoreDocs)
                    .map(hit -> new ScoreDoc(segment.docBase + hit.doc, hit.score))
                    .forEach(found::add);
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(hit -> -hit.score))
                .limit(breadth.whole())
                .mapToInt(hit -> hit.doc)
                .sorted()
                .toArray();
    }

    private static void compareAll(
            LeafReaderContext segment,
            String field,
            Distance distance,
            float[] target,
            AcceptDocs accepts,
            KnnCollector collector)
            throws IOException {
        FloatVectorValues vectors = segment.reader().getFloatVectorValues(field);
        if (vectors == null) {
            return;
        }
        VectorScorer scorer =
                Metric.ranksAsLucene(distance) ? vectors.scorer(target) : new MetricScorer(distance, vectors, target);
        VectorScorer.Bulk scores = scorer.bulk(accepts.iterator());
        var some = new DocAndFloatFeatureBuffer();
        do {
            scores.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, some);
            for (int i = 0; i < some.size; i++) {
                collector.collect(some.docs[i], some.features[i]);
            }
        } while (some.size > 0);
    }
}
