package io.text2vec.runtime.infer;

import java.util.Optional;

/**
 * How a graph is run; what of it the model's files say and what the settings.
 *
 * @param threads threads of one run
 * @param mixedBatches whether sequences may share a run although their vectors then depend on each other
 * @param maxBatch most sequences of a run
 * @param padId token id to pad with: models that count positions from the ids need their own one
 * @param firstPosition position of the first token, for graphs that take position ids
 * @param poolerOutput whether the model's vector is its own pooler output (DPR)
 * @param hiddenSize width of a token vector, where the graph doesn't declare it
 * @param cuda the GPU that it runs on; the CPU if absent
 */
public record GraphOptions(
        int threads,
        boolean mixedBatches,
        int maxBatch,
        long padId,
        int firstPosition,
        boolean poolerOutput,
        int hiddenSize,
        Optional<CudaDevice> cuda) {}
