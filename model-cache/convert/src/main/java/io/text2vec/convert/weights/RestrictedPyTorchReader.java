package io.text2vec.convert.weights;

import io.text2vec.runtime.weights.PyTorchReader;
import io.text2vec.runtime.weights.Tensors;
import java.nio.file.Path;

/** What the runtime finds when a layer of a model is in an old file. */
public final class RestrictedPyTorchReader implements PyTorchReader {
    @Override
    public Tensors open(Path file) {
        return PyTorchFile.open(file);
    }
}
