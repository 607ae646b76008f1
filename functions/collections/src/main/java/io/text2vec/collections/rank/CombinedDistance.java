package io.text2vec.collections.rank;

import io.text2vec.collections.query.Targets.Combination;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Makes one distance of an object's distances to several targets. */
public final class CombinedDistance {
    private CombinedDistance() {}

    /**
     * The combined distance of each object.
     *
     * @param distances of each object, one to each target; NaN where the object lacks that vector
     * @param weights of the targets; read where the combination weighs
     * @return for each object; NaN for one that drops out, because it lacks a vector that the combination needs
     */
    public static double[] of(Combination combination, double[] weights, List<double[]> distances) {
        ToDoubleFunction<double[]> combined =
                switch (combination) {
                    case SUM -> object -> DoubleStream.of(object).sum();
                    case AVERAGE -> object -> DoubleStream.of(object).sum() / object.length;
                    case MINIMUM -> CombinedDistance::smallest;
                    case MANUAL -> object -> weighted(object, weights);
                    case RELATIVE_SCORE -> relative(weights, distances);
                };
        return distances.stream().mapToDouble(combined).toArray();
    }

    private static double smallest(double[] object) {
        return DoubleStream.of(object)
                .filter(distance -> !Double.isNaN(distance))
                .min()
                .orElse(Double.NaN);
    }

    private static double weighted(double[] object, double[] weights) {
        double sum = 0;
        for (int target = 0; target < object.length; target++) {
            sum += weights[target] * object[target];
        }
        return sum;
    }

    /** The scale of each target is that of the objects which stay. */
    private static ToDoubleFunction<double[]> relative(double[] weights, List<double[]> distances) {
        List<double[]> complete = distances.stream()
                .filter(object -> DoubleStream.of(object).noneMatch(Double::isNaN))
                .toList();
        MinMax[] scales = new MinMax[weights.length];
        for (int target = 0; target < weights.length; target++) {
            int of = target;
            scales[target] = MinMax.of(complete.stream().mapToDouble(object -> object[of]));
        }
        return object -> {
            double sum = 0;
            for (int target = 0; target < object.length; target++) {
                sum += Double.isNaN(object[target])
                        ? Double.NaN
                        : weights[target] * scales[target].scale(object[target]);
            }
            return sum;
        };
    }
}
