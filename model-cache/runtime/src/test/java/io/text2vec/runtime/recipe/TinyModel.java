package io.text2vec.runtime.recipe;

import ai.onnxruntime.OrtEnvironment;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.runtime.infer.Graph;
import io.text2vec.runtime.infer.GraphOptions;
import io.text2vec.runtime.infer.Sequence;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.spec.ModelSpec;
import io.text2vec.runtime.store.CacheDirectory;
import io.text2vec.runtime.store.OptimisedGraphs;
import io.text2vec.runtime.store.TokenizerLibrary;
import io.text2vec.runtime.tokenize.Tokenizer;
import io.text2vec.runtime.tokenize.TokenizerJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A loaded fixture model with one of its graphs. */
public record TinyModel(ModelSpec spec, Tokenizer tokenizer, Graph graph) implements AutoCloseable {
    /** A directory that can't be made, so that each graph is optimised in memory. */
    private static final OptimisedGraphs GRAPHS =
            new OptimisedGraphs(CacheDirectory.at(Path.of("/dev/null/cache")), OrtEnvironment.getEnvironment());

    static {
        TokenizerLibrary.load();
    }

    static TinyModel open(String fixture) throws IOException {
        return open(Fixture.of(fixture).files(), "onnx/model.onnx");
    }

    static TinyModel open(ModelFiles files, String graph) throws IOException {
        return open(files, files.path(graph).orElseThrow());
    }

    /** Loads a model with a graph that need not be among its files. */
    public static TinyModel open(ModelFiles files, Path graph) throws IOException {
        ModelSpec spec = ModelSpec.read(files);
        String json = files.text("tokenizer.json").orElseThrow();
        GraphOptions options = new GraphOptions(
                1,
                false,
                64,
                spec.padId(),
                spec.firstPosition(),
                spec.poolsItself(),
                spec.hiddenSize(),
                Optional.empty());
        return new TinyModel(
                spec,
                new Tokenizer(spec.rules()
                        .map(rules -> TokenizerJson.withRules(json, rules))
                        .orElse(json)),
                Graph.load(graph, GRAPHS, options));
    }

    ChosenRecipe choose(RecipeKind kind, RecipeSettings settings) {
        return ChosenRecipe.of(kind, spec, tokenizer, graph.width(), settings);
    }

    Recipe recipe(RecipeKind kind, RecipeSettings settings) {
        return choose(kind, settings).recipe();
    }

    /** The recipe of a model without any setting. */
    Recipe declared() {
        return recipe(RecipeKind.DECLARED, RecipeSettings.defaults());
    }

    /** The recipe of a model that cuts texts at a limit, or makes windows of it. */
    Recipe declared(boolean windows, int maxTokens) {
        return recipe(
                RecipeKind.DECLARED,
                new RecipeSettings(false, true, false, windows, OptionalInt.of(maxTokens), RecipeSettings.MAX_WINDOWS));
    }

    float[] embed(Recipe recipe, EmbedRequest request) {
        Plan plan = recipe.plan(request);
        return plan.assembly().assemble(alone(plan.sequences()));
    }

    /** Runs each sequence by itself. */
    public float[][] alone(List<Sequence> sequences) {
        return sequences.stream()
                .map(sequence -> graph.run(List.of(sequence))[0])
                .toArray(float[][]::new);
    }

    @Override
    public void close() {
        graph.close();
        tokenizer.close();
    }
}
