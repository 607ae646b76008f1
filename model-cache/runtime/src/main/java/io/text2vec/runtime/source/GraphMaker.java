package io.text2vec.runtime.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.DoubleConsumer;

/**
 * Makes graphs: of a checkpoint that has only weights, or quantised ones of a plain graph. Found by {@link ServiceLoader},
 * and looked for only when a model lacks the graph that is wanted.
 */
public interface GraphMaker {

    /**
     * Writes one graph. What it keeps in other files lies beside it and is named relative to it.
     *
     * @param model a directory in the layout of a hub checkout: {@code config.json}, and weights in {@code
     *     model.safetensors} or {@code pytorch_model.bin}, or {@code onnx/model.onnx}
     * @param variant {@code fp32}, {@code avx2}, {@code avx512_vnni} or {@code arm64}
     * @param graph does not exist yet; its directory does, and is empty
     * @param progress told now and then which part is done, from 0 to 1
     * @throws ModelException if the model is of no family that is known, saying which there are
     * @throws IOException if a file can't be read or written
     */
    void make(Path model, String variant, Path graph, DoubleConsumer progress) throws IOException;

    /** The one on the class path, if there is one. */
    static Optional<GraphMaker> find() {
        return ServiceLoader.load(GraphMaker.class, GraphMaker.class.getClassLoader())
                .findFirst();
    }
}
