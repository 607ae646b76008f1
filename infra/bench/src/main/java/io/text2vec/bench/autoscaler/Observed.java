package io.text2vec.bench.autoscaler;

/** How many requests were under way in each of the last seconds. */
final class Observed {
    private final double[] seconds;
    private int first = -1;
    private int last = -1;

    /** @param window the longest that a mean will be asked of, in seconds */
    Observed(int window) {
        seconds = new double[window];
    }

    /** @param value the mean over this second of the requests under way, waiting ones included */
    void record(int second, double value) {
        if (first < 0) {
            first = second;
        }
        for (int missed = Math.max(last + 1, second - seconds.length + 1); missed < second; missed++) {
            seconds[missed % seconds.length] = 0;
        }
        seconds[second % seconds.length] = value;
        last = second;
    }

    /** The mean of the last so many seconds, or of those since the first record if they are fewer. */
    double mean(int window) {
        int from = Math.max(first, last - window + 1);
        if (last < 0) {
            return 0;
        }
        double sum = 0;
        for (int second = from; second <= last; second++) {
            sum += seconds[second % seconds.length];
        }
        return sum / (last - from + 1);
    }
}
