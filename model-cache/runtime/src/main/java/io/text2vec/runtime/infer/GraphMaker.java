package io.text2vec.runtime.infer;

import java.nio.file.Path;
import java.util.List;

/**
 * Makes the graph that a model directory lacks. Found by {@link java.util.ServiceLoader}, and not looked for before such a
 * directory is met: a start with a graph loads no class of it.
 */
public interface GraphMaker {

    /** Changes when the graphs do that it makes of the same model. A part of a file name. */
    String version();

    /**
     * All files of a model that a graph is made of.
     *
     * @param model a model directory
     * @return empty if there is nothing that a graph could be made of
     */
    List<Path> sources(Path model);

    /**
     * Makes a graph.
     *
     * @param variant a setting as {@link GraphFile#of} takes it
     * @param into a directory, made if it isn't there, in which {@link GraphFile#of} finds the graph afterwards
     * @throws io.text2vec.runtime.source.ModelException if it can't be made, saying what to do
     */
    void make(Path model, String variant, Path into);
}
