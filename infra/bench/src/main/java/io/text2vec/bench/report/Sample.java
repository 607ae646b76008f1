package io.text2vec.bench.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Repeated measurements of one figure. */
public final class Sample {
    private final double[] sorted;

    public Sample(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A sample needs a value");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** A figure of each of some results. */
    public static <T> Sample of(Collection<T> results, ToDoubleFunction<? super T> figure) {
        return new Sample(results.stream().mapToDouble(figure).toArray());
    }

    /** The middle value, or the mean of the two in the middle. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double min() {
        return sorted[0];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }

    /** For JSON: median, spread and how many there were. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("median", median());
        figures.put("min", min());
        figures.put("max", max());
        figures.put("count", sorted.length);
        return figures;
    }
}
