package io.text2vec.lucene.keyword;

import io.text2vec.collections.schema.InvertedIndex;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/**
 * What a term in a property adds to the score of an object: {@code weight · f / (f + k1·(1 − b + b·len/avgLen))}.
 *
 * <p>There is no factor {@code k1 + 1}, unlike in Robertson and Zaragoza (2009); it would not change the order.
 */
final class Bm25 extends SimScorer {
    private final double weight;
    private final double empty;
    private final double perToken;

    /**
     * @param weight the property's boost times the term's rarity
     * @param averageLength in tokens, of the property
     */
    Bm25(InvertedIndex settings, double weight, double averageLength) {
        this.weight = weight;
        this.empty = settings.k1() * (1 - settings.b());
        this.perToken = averageLength > 0 ? settings.k1() * settings.b() / averageLength : 0;
    }

    /**
     * How much a term says.
     *
     * @param objects how many there are
     * @param having how many of them have the term
     * @param repeated how often it stands in the query
     */
    static double rarity(long objects, long having, int repeated) {
        return repeated * Math.log(1 + (objects - having + 0.5) / (having + 0.5));
    }

    /** @param length the norm: how many tokens the property has */
    @Override
    public float score(float frequency, long length) {
        return (float) (weight * frequency / (frequency + empty + perToken * length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bm25 that && weight == that.weight && empty == that.empty && perToken == that.perToken;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(weight) * 31 + Double.hashCode(perToken);
    }
}
