package io.text2vec.convert.parameters;

/** A model's parameters by the names that its own class gives them, for one graph. To be closed by its user. */
public interface Parameters extends AutoCloseable {

    /** Whether the source has its matrices in 8 bits already. */
    boolean eightBits();

    /** Whether there is a parameter of this name. */
    boolean has(String name);

    /**
     * A bias, a norm's factors, or a small table row by row.
     *
     * @throws io.text2vec.runtime.source.ModelException if it isn't there
     */
    float[] vector(String name);

    /**
     * The weight of a linear layer.
     *
     * @param module the layer's name, without {@code .weight}
     * @throws io.text2vec.runtime.source.ModelException if it isn't there
     */
    Matrix matrix(String module);

    /**
     * An embedding table.
     *
     * @param module the table's name, without {@code .weight}
     * @throws io.text2vec.runtime.source.ModelException if it isn't there
     */
    Table table(String module);

    /** Bytes of the files that are read. */
    long bytes();

    @Override
    void close();
}
