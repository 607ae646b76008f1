package io.text2vec.lucene.filter;

import io.text2vec.collections.filter.TypedFilter.Comparison;

/** Numbers that fit a comparison: from the least to the most; none if these are the wrong way around. */
record LongRange(long least, long most) {
    private static final LongRange NONE = new LongRange(1, 0);

    static LongRange of(Comparison how, long value) {
        return switch (how) {
            case GREATER -> value == Long.MAX_VALUE ? NONE : new LongRange(value + 1, Long.MAX_VALUE);
            case GREATER_OR_EQUAL -> new LongRange(value, Long.MAX_VALUE);
            case LESS -> value == Long.MIN_VALUE ? NONE : new LongRange(Long.MIN_VALUE, value - 1);
            case LESS_OR_EQUAL -> new LongRange(Long.MIN_VALUE, value);
        };
    }

    boolean has(long value) {
        return least <= value && value <= most;
    }
}
