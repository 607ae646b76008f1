package io.text2vec.convert.bench;

import io.text2vec.convert.weights.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/** A BERT of base size, 110 million parameters, with random weights. */
final class RandomBert {
    private static final int WIDTH = 768;
    private static final int INNER = 3072;
    private static final int LAYERS = 12;
    private static final int WORDS = 30522;
    private static final int POSITIONS = 512;

    private RandomBert() {}

    static void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("config.json"), """
                {"model_type": "bert", "hidden_size": %d, "num_hidden_layers": %d, "num_attention_heads": 12,
                 "hidden_act": "gelu", "layer_norm_eps": 1e-12, "max_position_embeddings": %d, "vocab_size": %d}
                """.formatted(WIDTH, LAYERS, POSITIONS, WORDS));
        SplittableRandom random = new SplittableRandom(1);
        LongFunction<Float> value = _ -> (float) (random.nextDouble() - 0.5) / 10;
        SafetensorsFile file = new SafetensorsFile()
                .with("embeddings.word_embeddings.weight", value, WORDS, WIDTH)
                .with("embeddings.position_embeddings.weight", value, POSITIONS, WIDTH)
                .with("embeddings.token_type_embeddings.weight", value, 2, WIDTH);
        norm(file, "embeddings.LayerNorm");
        for (int i = 0; i < LAYERS; i++) {
            String layer = "encoder.layer." + i + ".";
            for (String part : new String[] {"query", "key", "value"}) {
                linear(file, layer + "attention.self." + part, value, WIDTH, WIDTH);
            }
            linear(file, layer + "attention.output.dense", value, WIDTH, WIDTH);
            norm(file, layer + "attention.output.LayerNorm");
            linear(file, layer + "intermediate.dense", value, INNER, WIDTH);
            linear(file, layer + "output.dense", value, WIDTH, INNER);
            norm(file, layer + "output.LayerNorm");
        }
        file.write(directory.resolve("model.safetensors"));
    }

    private static void linear(SafetensorsFile file, String name, LongFunction<Float> value, int out, int in) {
        file.with(name + ".weight", value, out, in).with(name + ".bias", value, out);
    }

    private static void norm(SafetensorsFile file, String name) {
        file.with(name + ".weight", _ -> 1f, WIDTH).with(name + ".bias", _ -> 0f, WIDTH);
    }
}
