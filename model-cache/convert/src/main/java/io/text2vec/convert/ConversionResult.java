package io.text2vec.convert;

import java.nio.file.Path;

/**
 * What was made.
 *
 * @param graph the ONNX file
 * @param weights the file beside it that holds its weights
 * @param family the kind of model
 * @param variant what was chosen, and why
 * @param bytesRead of the source's weights
 * @param bytesWritten of both files
 */
public record ConversionResult(
        Path graph, Path weights, String family, Variant variant, long bytesRead, long bytesWritten) {}
