package io.text2vec.runtime.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.text2vec.runtime.pool.Activation;
import io.text2vec.runtime.pool.Dense;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.weights.Safetensors;
import java.nio.file.Path;

/** A {@code Dense} module of sentence-transformers: a folder with {@code config.json} and its weights. */
final class DenseFile {
    private DenseFile() {}

    static Dense read(String folder, ModelFiles files) {
        JsonNode config = Json.read(folder + "/config.json", files);
        String weights = folder + "/model.safetensors";
        Path file = files.path(weights)
                .orElseThrow(() -> new ModelException(
                        files + " holds no " + weights + "; a Dense layer is read from safetensors only"));
        try (Safetensors tensors = Safetensors.open(file)) {
            return new Dense(
                    tensors.tensor("linear.weight").floats(),
                    Json.flag(config, "bias").orElse(true)
                            ? tensors.tensor("linear.bias").floats()
                            : new float[0],
                    config.path("in_features").asInt(),
                    Activation.of(config.path("activation_function").asText("torch.nn.modules.activation.Tanh")));
        } catch (IllegalArgumentException e) {
            throw new ModelException(folder + " of " + files + ": " + e.getMessage(), e);
        }
    }
}
