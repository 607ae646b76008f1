package io.text2vec.runtime.weights;

import java.util.Set;

/** Named tensors of an open file, or of several. */
public interface Tensors extends AutoCloseable {

    /** All names, those of tensors included that {@link #tensor} can't give because they hold no numbers of ours. */
    Set<String> names();

    /**
     * A tensor, readable until this is closed.
     *
     * @throws IllegalArgumentException if it isn't there, or holds something else than F32, F16 or BF16
     */
    Tensor tensor(String name);

    /** Unmaps the files. */
    @Override
    void close();
}
