package io.text2vec.runtime.infer;

import java.util.List;

/** Runs token sequences through a model. The seam between scheduling and inference, to be faked in tests. */
public interface BatchRunner {

    /**
     * Runs all sequences at once; blocks, and may be called by several threads at the same time.
     *
     * @param batch one to {@link #maxBatch()} sequences
     * @return the pooled vector of each, in order, each array new
     * @throws io.text2vec.embedder.EmbedException.RuntimeFailed if inference fails
     */
    float[][] run(List<Sequence> batch);

    /**
     * How many sequences may share a run. One where a vector would depend on its neighbours: a dynamically quantised
     * graph takes its scales from the whole batch.
     */
    int maxBatch();
}
