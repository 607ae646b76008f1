package io.text2vec.runtime.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the flag files say that the build of a reference container image leaves in its model directory.
 *
 * @param onnxRuntime whether the image runs ONNX: {@code onnx_runtime} counts only as exactly {@code true}
 * @param modelName hub id of a sentence-transformers image, whose directory then is a hub cache
 */
public record ReferenceImage(boolean onnxRuntime, Optional<String> modelName) {
    private static final String ONNX_RUNTIME = "onnx_runtime";
    private static final String MODEL_NAME = "model_name";
    private static final List<String> FLAG_FILES =
            List.of(ONNX_RUNTIME, MODEL_NAME, "trust_remote_code", "model_config", "onnx_quantization_info");

    /** Reads the flag files; empty for a directory that carries none, which then is no reference image's. */
    static Optional<ReferenceImage> in(Path directory) {
        if (FLAG_FILES.stream().noneMatch(flag -> Files.isRegularFile(directory.resolve(flag)))) {
            return Optional.empty();
        }
        ModelDirectory files = new ModelDirectory(directory, "");
        return Optional.of(new ReferenceImage(
                files.text(ONNX_RUNTIME).filter("true"::equals).isPresent(),
                files.text(MODEL_NAME).map(String::strip).filter(name -> !name.isEmpty())));
    }
}
