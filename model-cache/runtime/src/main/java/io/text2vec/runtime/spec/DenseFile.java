package io.text2vec.runtime.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.text2vec.runtime.pool.Activation;
import io.text2vec.runtime.pool.Dense;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.weights.PyTorchReader;
import io.text2vec.runtime.weights.Safetensors;
import io.text2vec.runtime.weights.Tensors;
import java.nio.file.Path;
import java.util.Optional;

/** A {@code Dense} module of sentence-transformers: a folder with {@code config.json} and its weights. */
final class DenseFile {
    private DenseFile() {}

    static Dense read(String folder, ModelFiles files) {
        JsonNode config = Json.read(folder + "/config.json", files);
        try (Tensors tensors = weights(folder, files)) {
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

    private static Tensors weights(String folder, ModelFiles files) {
        String safe = folder + "/model.safetensors";
        Optional<Path> safetensors = files.path(safe);
        if (safetensors.isPresent()) {
            return Safetensors.open(safetensors.get());
        }
        String older = folder + "/pytorch_model.bin";
        Path file = files.path(older)
                .orElseThrow(() -> new ModelException(files + " holds neither " + safe + " nor " + older));
        return PyTorchReader.find()
                .orElseThrow(() -> new ModelException(files + " holds no " + safe + ", and " + older
                        + " is read only by an application that carries text2vec-convert"))
                .open(file);
    }
}
