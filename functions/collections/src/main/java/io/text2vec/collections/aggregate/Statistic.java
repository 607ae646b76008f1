package io.text2vec.collections.aggregate;

import java.util.Locale;

/** A figure of values that have an order. */
public enum Statistic {
    /** Of numbers only. */
    SUM,
    /** Of numbers only. */
    MEAN,
    /** The value in the middle, or the mean of the two there. */
    MEDIAN,
    /** The value that occurs most often; of several the least. */
    MODE,
    MINIMUM,
    MAXIMUM;

    /** As requests name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
