package io.text2vec.collections.rank;

import java.util.stream.DoubleStream;

/**
 * Brings values between 0 and 1, the smallest to 0 and the largest to 1.
 *
 * <p>Where all are equal, each is 1: a lone hit counts in full.
 */
record MinMax(double least, double most) {

    /** Of no values at all, nothing may be asked. */
    static MinMax of(DoubleStream values) {
        var range = values.summaryStatistics();
        return new MinMax(range.getMin(), range.getMax());
    }

    double scale(double value) {
        return most > least ? (value - least) / (most - least) : 1;
    }
}
