package io.text2vec.runtime.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.DoubleConsumer;

/**
 * Makes graphs: of a checkpoint that has only weights, or quantised ones. Found by {@link ServiceLoader}, and looked for only
 * when a model lacks the graph that is wanted: a start with a graph loads no class of it.
 */
public interface GraphMaker {

    /** Changes when the graphs do that it makes of the same model. A part of a file name. */
    String version();

    /**
     * All files of a model that a graph is made of.
     *
     * @param model a directory in the layout of a hub checkout
     * @return empty if there is nothing that a graph could be made of
     */
    List<Path> sources(Path model);

    /**
     * Makes one graph, under the name by which the runtime finds it. What it keeps in other files lies beside it and is named
     * relative to it.
     *
     * @param variant a word of {@code TEXT2VEC_VARIANT}
     * @param into a directory, made if it isn't there, which gets {@code onnx/} and in it the graph; may be the model's own
     * @param progress told now and then which part is done, from 0 to 1
     * @return the graph
     * @throws ModelException if it can't be made, or is there already, saying what to do
     */
    Path make(Path model, String variant, Path into, DoubleConsumer progress);

    /** The one on the class path, if there is one. */
    static Optional<GraphMaker> find() {
        return ServiceLoader.load(GraphMaker.class, GraphMaker.class.getClassLoader())
                .findFirst();
    }
}
