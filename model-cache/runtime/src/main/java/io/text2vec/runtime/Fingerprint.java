package io.text2vec.runtime;

import io.text2vec.runtime.infer.GraphFile;
import io.text2vec.runtime.pool.PoolingMode;
import io.text2vec.runtime.recipe.ChosenRecipe;
import io.text2vec.runtime.recipe.RecipeSettings;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.spec.ModelSpec;
import io.text2vec.runtime.spec.SentenceSpec;
import io.text2vec.runtime.store.ContentSamples;
import io.text2vec.runtime.tokenize.TokenizerRules;
import io.text2vec.runtime.tokenize.vocabulary.TokenizerFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Tells apart what makes different vectors of a text: graph, tokenizer, pooling, prompts, limits, recipe. Unlike the
 * identity of an optimised graph it knows no time and no path, so that it holds on every machine; unlike a digest of the
 * whole it costs a millisecond, since every start needs it and few use it.
 */
/*
 * <crc32 of samples of graph, external weights and Dense layers>-<their bytes together>-<crc32 of the rest>, all in hex.
 * The rest is written out below value by value, and not as records write themselves: a renamed field must not make every
 * collection's model another.
 */
final class Fingerprint {
    private static final int DENSE_FOLDERS = 9;

    private Fingerprint() {}

    static String of(ModelFiles files, GraphFile graph, ModelSpec spec, ChosenRecipe recipe, RecipeSettings settings) {
        CRC32 weights = new CRC32();
        long bytes = 0;
        for (Path file : weightFiles(files, graph.path())) {
            try (FileChannel channel = FileChannel.open(file)) {
                ContentSamples.addTo(weights, channel);
                bytes += channel.size();
            } catch (IOException e) {
                throw new ModelException(file + " can't be read: " + e.getMessage(), e);
            }
        }
        CRC32 rest = new CRC32();
        add(rest, TokenizerFiles.json(files));
        add(rest, spec.config());
        add(rest, spec.rules().map(Fingerprint::line).orElse(""));
        add(rest, String.join("\n", lines(spec.sentence(), recipe, settings)));
        return String.join(
                "-", Long.toHexString(weights.getValue()), Long.toHexString(bytes), Long.toHexString(rest.getValue()));
    }

    /** The graph, weights beside it under the names that exporters give them, and the layers behind the pooling. */
    private static List<Path> weightFiles(ModelFiles files, Path graph) {
        List<Path> all = new ArrayList<>();
        all.add(graph);
        for (String suffix : List.of("_data", ".data")) {
            Optional.of(graph.resolveSibling(graph.getFileName() + suffix))
                    .filter(Files::isRegularFile)
                    .ifPresent(all::add);
        }
        for (int module = 1; module <= DENSE_FOLDERS; module++) {
            String folder = module + "_Dense/";
            files.path(folder + "model.safetensors")
                    .or(() -> files.path(folder + "pytorch_model.bin"))
                    .ifPresent(all::add);
        }
        return all;
    }

    private static List<String> lines(SentenceSpec sentence, ChosenRecipe recipe, RecipeSettings settings) {
        List<String> lines = new ArrayList<>(List.of(
                recipe.kind().word(),
                recipe.pooling(),
                "dimensions " + recipe.dimensions(),
                "tokens " + recipe.maxTokens(),
                "prefixes " + settings.taskPrefixes(),
                "sentences " + settings.splitSentences(),
                "pooling of requests " + settings.obeyPooling(),
                "windows " + settings.windows(),
                "prompt pooled " + sentence.includePrompt(),
                "steps " + sentence.steps().size(),
                "lower case " + sentence.lowercase(),
                "default prompt " + sentence.defaultPrompt().orElse("")));
        sentence.pooling().stream().map(PoolingMode::word).forEach(lines::add);
        new TreeMap<>(sentence.prompts()).forEach((name, prompt) -> lines.add(name + ": " + prompt));
        return lines;
    }

    private static String line(TokenizerRules rules) {
        return "lower case " + rules.lowercase()
                + ", accents stripped "
                + rules.stripAccents().map(Object::toString).orElse("by lower case")
                + ", Chinese split "
                + rules.splitChinese().map(Object::toString).orElse("never");
    }

    private static void add(CRC32 sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update(0);
    }
}
