package io.text2vec.lucene.vector;

import io.text2vec.collections.schema.Distance;
import java.io.IOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;

/** Compares vectors by a distance that Lucene doesn't know; scores are distances below zero. */
final class MetricScorer implements VectorScorer {
    private final Distance distance;
    private final FloatVectorValues vectors;
    private final DocIndexIterator position;
    private final float[] target;

    MetricScorer(Distance distance, FloatVectorValues vectors, float[] target) {
        this.distance = distance;
        this.vectors = vectors;
        this.position = vectors.iterator();
        this.target = target;
    }

    @Override
    public float score() throws IOException {
        return (float) -Metric.of(distance, target, vectors.vectorValue(position.index()));
    }

    @Override
    public DocIdSetIterator iterator() {
        return position;
    }
}
