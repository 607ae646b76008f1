package io.text2vec.collections.rank;

/** Finds where a list of hits falls off, so that what comes behind the jump can be left away. */
public final class Autocut {
    private Autocut() {}

    /**
     * How many of the first hits stand before a jump.
     *
     * @param values distances or scores in the order of the hits
     * @param jumps which jump to cut at, at least 1; where there are fewer, all hits are kept
     */
    public static int keep(double[] values, int jumps) {
        int last = values.length - 1;
        double[] above = aboveTheDiagonal(values);
        int seen = 0;
        for (int i = 1; i <= last; i++) {
            boolean rises = above[i] > above[i - 1];
            boolean top = i < last ? above[i] > above[i + 1] : i >= 2 && above[i] > above[i - 2];
            if (rises && top && ++seen == jumps) {
                return i;
            }
        }
        return values.length;
    }

    /** How far each value, scaled from 0 to 1, lies above the straight line from the first to the last. NaN if all are equal. */
    private static double[] aboveTheDiagonal(double[] values) {
        double[] above = new double[values.length];
        int last = values.length - 1;
        for (int i = 0; i < values.length && last > 0; i++) {
            above[i] = (values[i] - values[0]) / (values[last] - values[0]) - (double) i / last;
        }
        return above;
    }
}
