package io.text2vec.bench.autoscaler;

/**
 * What a simulation found.
 *
 * @param latencies of the requests that were begun
 * @param cold requests that came while no pod was ready
 * @param left requests that were not done at the end
 * @param meanPods pods, starting ones included, in the mean
 * @param mostPods pods at the most
 * @param curve the most pods in each of some hundred parts of the time
 */
record Outcome(Latencies latencies, long cold, long left, double meanPods, int mostPods, double[] curve) {

    double coldShare() {
        return latencies.all() == 0 ? 0 : (double) cold / latencies.all();
    }
}
