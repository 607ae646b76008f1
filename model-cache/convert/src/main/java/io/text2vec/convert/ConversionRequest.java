package io.text2vec.convert;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be converted.
 *
 * @param model directory with {@code config.json} and weights
 * @param graph a published graph whose weights are taken instead of the directory's; empty for the directory's, or, where it
 *     has none, for its own {@code onnx/model.onnx}
 * @param variant one of {@link Variant#words()}
 * @param output directory in which the graph is put as {@code onnx/<name of the variant's file>}
 */
public record ConversionRequest(Path model, Optional<Path> graph, String variant, Path output) {

    /** A checkpoint's conversion. */
    public ConversionRequest(Path model, String variant, Path output) {
        this(model, Optional.empty(), variant, output);
    }
}
