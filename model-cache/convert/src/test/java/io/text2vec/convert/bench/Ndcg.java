package io.text2vec.convert.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well a model ranks: normalised discounted cumulative gain of the ten nearest documents (Järvelin and Kekäläinen 2002),
 * the gain being the label itself.
 */
final class Ndcg {
    static final int DEPTH = 10;

    private Ndcg() {}

    /**
     * One query's, from 0 to 1. A document of the query's own id is left out: where queries are documents it is the query.
     *
     * @param nearness of a document to the query
     */
    static double of(
            String query, List<String> documents, Map<String, Double> labels, ToDoubleFunction<String> nearness) {
        List<String> others =
                documents.stream().filter(document -> !document.equals(query)).toList();
        double[] near = others.stream().mapToDouble(nearness).toArray();
        List<Double> found = IntStream.range(0, near.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -near[i]))
                .limit(DEPTH)
                .map(i -> labels.getOrDefault(others.get(i), 0.0))
                .toList();
        List<Double> best = labels.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(DEPTH)
                .toList();
        return gain(found) / gain(best);
    }

    private static double gain(List<Double> labels) {
        return IntStream.range(0, labels.size())
                .mapToDouble(rank -> labels.get(rank) / (Math.log(rank + 2.0) / Math.log(2)))
                .sum();
    }
}
