package io.text2vec.runtime.weights;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Reads {@code pytorch_model.bin}. Found by {@link ServiceLoader}, and looked for only when a model has a layer in such a file: a
 * start without loads no class of it.
 */
public interface PyTorchReader {

    /**
     * Maps a file, running nothing that it holds.
     *
     * @return to be used and closed by one thread
     * @throws io.text2vec.runtime.source.ModelException if it holds anything but tensors
     */
    Tensors open(Path file);

    /** The one on the class path, if there is one. */
    static Optional<PyTorchReader> find() {
        return ServiceLoader.load(PyTorchReader.class, PyTorchReader.class.getClassLoader())
                .findFirst();
    }
}
