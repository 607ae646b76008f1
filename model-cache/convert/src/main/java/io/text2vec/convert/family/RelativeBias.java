package io.text2vec.convert.family;

import io.text2vec.convert.graph.GraphWriter;
import io.text2vec.convert.graph.Node;

/**
 * What attention adds to a score for the distance of the two tokens, as T5 and MPNet learn it: one number a head for each of
 * some buckets, half of them for either direction, exact for small distances and logarithmic beyond (Raffel et al. 2020,
 * section 2.1).
 */
/*
 * From a certain distance on there is only one bucket, so the whole function is a table over -limit..limit that is made when
 * the graph is: the graph itself subtracts positions, cuts and looks up.
 */
record RelativeBias(float[] learned, int buckets, int heads, int limit) {

    /**
     * The bias of a run.
     *
     * @param length the sequences' length, an integer that is no list
     * @return {@code [1][heads][sequence][sequence]}
     */
    String in(GraphWriter graph, String length) {
        String positions = graph.add(Node.of("Range", graph.integer(0), length, graph.integer(1)));
        String distances = graph.add(Node.of(
                "Sub",
                graph.add(Node.of("Unsqueeze", positions, graph.integers(0))),
                graph.add(Node.of("Unsqueeze", positions, graph.integers(1)))));
        String cut = graph.add(Node.of("Clip", distances, graph.integer(-limit), graph.integer(limit)));
        String index = graph.add(Node.of("Add", cut, graph.integer(limit)));
        String table = graph.floats(table(), heads, 2L * limit + 1);
        String bias = graph.add(Node.of("Gather", table, index).with("axis", 1));
        return graph.add(Node.of("Unsqueeze", bias, graph.integers(0)));
    }

    /** {@code [heads][2 limit + 1]}: by head and by the key's position less the query's. */
    private float[] table() {
        int width = 2 * limit + 1;
        float[] table = new float[heads * width];
        for (int distance = -limit; distance <= limit; distance++) {
            int bucket = bucket(distance, buckets, limit);
            for (int head = 0; head < heads; head++) {
                table[head * width + distance + limit] = learned[bucket * heads + head];
            }
        }
        return table;
    }

    /** In floats and not in doubles, as the models were trained: at the borders it matters. */
    static int bucket(int distance, int buckets, int limit) {
        int half = buckets / 2;
        int exact = half / 2;
        int far = Math.abs(distance);
        int first = distance > 0 ? half : 0;
        if (far < exact) {
            return first + far;
        }
        float logarithm = (float) Math.log((float) far / exact) / (float) Math.log((double) limit / exact);
        return first + Math.min(half - 1, exact + (int) (logarithm * (half - exact)));
    }
}
