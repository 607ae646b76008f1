package io.text2vec.convert;

/** Is told how far a conversion is. */
@FunctionalInterface
public interface ConversionListener {
    /** Says nothing. */
    ConversionListener SILENT = (_, _) -> {};

    /** Called after each layer, on the converting thread. */
    void written(int layers, int of);
}
