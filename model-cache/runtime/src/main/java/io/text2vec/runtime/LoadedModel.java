package io.text2vec.runtime;

import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.ModelInfo;
import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.infer.Graph;
import io.text2vec.runtime.infer.GraphFile;
import io.text2vec.runtime.infer.GraphOptions;
import io.text2vec.runtime.recipe.ChosenRecipe;
import io.text2vec.runtime.recipe.Plan;
import io.text2vec.runtime.recipe.RecipeKind;
import io.text2vec.runtime.recipe.RecipeSettings;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.source.ModelLocation;
import io.text2vec.runtime.spec.ModelSpec;
import io.text2vec.runtime.tokenize.Tokenizer;
import io.text2vec.runtime.tokenize.TokenizerJson;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A model ready to run: tokenizer, graph and the recipe between them. Closing it frees both native halves. */
final class LoadedModel implements AutoCloseable {
    /** Most texts of a run; more gain nothing that a batch of this size has not gained already. */
    private static final int MAX_BATCH = 64;

    private final Tokenizer tokenizer;
    private final Graph graph;
    private final ChosenRecipe recipe;
    private final ModelInfo info;

    private LoadedModel(Tokenizer tokenizer, Graph graph, ChosenRecipe recipe, ModelInfo info) {
        this.tokenizer = tokenizer;
        this.graph = graph;
        this.recipe = recipe;
        this.info = info;
    }

    /**
     * Loads tokenizer and graph side by side, each with its native library, and runs once, so that what is lazy in either is
     * done before the first text comes.
     *
     * @throws ModelException if the model can't be used, saying what to do
     */
    static LoadedModel load(ModelLocation location, RuntimeSettings settings, ModelCache cache) {
        Phases phases = new Phases();
        ModelFiles files = location.files();
        CompletableFuture<Void> inference = beside("inference library", phases, cache.natives()::loadOnnxRuntime);
        CompletableFuture<Void> tokenizing = beside("tokenizer library", phases, cache.natives()::loadTokenizers);
        ModelSpec spec = phases.timed("spec", () -> ModelSpec.read(files));
        CompletableFuture<Tokenizer> tokenizer =
                tokenizing.thenApply(_ -> phases.timed("tokenizer", () -> tokenizer(files, spec)));
        Graph graph = null;
        try {
            RecipeKind kind = settings.recipe()
                    .orElseGet(() -> RecipeKind.of(location.image(), spec, settings.sentenceTransformers()));
            inference.join();
            graph = phases.timed("graph", () -> graph(files, kind, spec, settings, cache));
            ChosenRecipe recipe = ChosenRecipe.of(kind, spec, tokenizer.join(), graph.width(), options(settings, kind));
            Graph running = graph;
            phases.timed("warm-up", () -> warm(recipe, running));
            return new LoadedModel(tokenizer.join(), graph, recipe, info(files, spec, settings, recipe, phases));
        } catch (RuntimeException e) {
            tokenizer.thenAccept(Tokenizer::close);
            if (graph != null) {
                graph.close();
            }
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Starts a part of loading on a thread of its own, for which a pool would be one more thing to load. */
    private static CompletableFuture<Void> beside(String phase, Phases phases, Runnable part) {
        return CompletableFuture.runAsync(() -> phases.timed(phase, part), work -> Thread.ofPlatform()
                .daemon()
                .name("text2vec-load " + phase)
                .start(work));
    }

    private static Tokenizer tokenizer(ModelFiles files, ModelSpec spec) {
        String json =
                files.text("tokenizer.json").orElseThrow(() -> new ModelException(files + " holds no tokenizer.json"));
        return new Tokenizer(
                spec.rules().map(rules -> TokenizerJson.withRules(json, rules)).orElse(json));
    }

    private static Graph graph(
            ModelFiles files, RecipeKind kind, ModelSpec spec, RuntimeSettings settings, ModelCache cache) {
        GraphFile file = kind == RecipeKind.REFERENCE_ONNX
                ? GraphFile.ofReferenceOnnx(files)
                : graphFile(files, settings.variant(), cache);
        GraphOptions options = new GraphOptions(
                settings.threads(),
                settings.mixedBatches(),
                MAX_BATCH,
                spec.padId(),
                spec.firstPosition(),
                spec.poolsItself(),
                spec.hiddenSize());
        try {
            return Graph.load(file.path(), cache.graphs(), options);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException(file.path() + " can't be used: " + e.getMessage(), e);
        }
    }

    private static GraphFile graphFile(ModelFiles files, String variant, ModelCache cache) {
        CpuKind here = CpuKind.here();
        return GraphFile.find(files, variant, here)
                .or(() -> cache.converted().of(files, variant, here))
                .orElseGet(() -> GraphFile.of(files, variant, here));
    }

    /** The reference's ONNX path takes any word in {@code USE_QUERY_PASSAGE_PREFIXES} as yes, {@code false} too. */
    private static RecipeSettings options(RuntimeSettings settings, RecipeKind kind) {
        return kind == RecipeKind.REFERENCE_ONNX
                ? settings.recipeSettings().withTaskPrefixes(settings.prefixesSet())
                : settings.recipeSettings();
    }

    private static void warm(ChosenRecipe recipe, Graph graph) {
        Plan plan = recipe.recipe().plan(EmbedRequest.passage("The first text takes longer than those that follow."));
        plan.assembly().assemble(graph.run(plan.sequences().subList(0, 1)));
    }

    private static ModelInfo info(
            ModelFiles files, ModelSpec spec, RuntimeSettings settings, ChosenRecipe recipe, Phases phases) {
        return new ModelInfo(
                files.name(),
                recipe.kind().word(),
                recipe.dimensions(),
                recipe.maxTokens(),
                recipe.pooling(),
                settings.queue().runs(),
                settings.threads(),
                spec.config(),
                phases.durations());
    }

    ChosenRecipe recipe() {
        return recipe;
    }

    Graph graph() {
        return graph;
    }

    ModelInfo info() {
        return info;
    }

    @Override
    public void close() {
        graph.close();
        tokenizer.close();
    }
}
