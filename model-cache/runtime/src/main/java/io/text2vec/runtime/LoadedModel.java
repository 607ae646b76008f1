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
import io.text2vec.runtime.tokenize.vocabulary.TokenizerFiles;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

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
     * @param phases to which the parts of loading are added
     * @throws ModelException if the model can't be used, saying what to do
     */
    static LoadedModel load(ModelLocation location, RuntimeSettings settings, ModelCache cache, Phases phases) {
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
            GraphFile file = graphFile(location, kind, settings, cache, phases);
            RecipeSettings options = options(location, settings, kind);
            graph = phases.timed("graph", () -> graph(file, spec, settings, cache));
            ChosenRecipe recipe = ChosenRecipe.of(kind, spec, tokenizer.join(), graph.width(), options);
            Graph running = graph;
            String fingerprint = phases.timed("fingerprint", () -> Fingerprint.of(files, file, spec, recipe, options));
            phases.timed("warm-up", () -> warm(recipe, running));
            return new LoadedModel(
                    tokenizer.join(), graph, recipe, info(files, spec, settings, recipe, fingerprint, phases));
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
        String json = TokenizerFiles.json(files);
        return new Tokenizer(
                spec.rules().map(rules -> TokenizerJson.withRules(json, rules)).orElse(json));
    }

    private static GraphFile graphFile(
            ModelLocation location, RecipeKind kind, RuntimeSettings settings, ModelCache cache, Phases phases) {
        if (kind == RecipeKind.REFERENCE_ONNX && location.variant().isEmpty()) {
            return GraphFile.ofReferenceOnnx(location.files());
        }
        ModelFiles files = location.files();
        String variant = location.variant().orElse(settings.variant());
        CpuKind here = CpuKind.here();
        Supplier<Optional<GraphFile>> made =
                () -> phases.timed("conversion", () -> cache.converted().of(files, variant, here));
        boolean madeFirst = settings.fused() && variant.equals(GraphFile.FLOATS);
        return (madeFirst ? made.get() : Optional.<GraphFile>empty())
                .or(() -> GraphFile.find(files, variant, here))
                .or(made)
                .orElseGet(() -> GraphFile.of(files, variant, here));
    }

    private static Graph graph(GraphFile file, ModelSpec spec, RuntimeSettings settings, ModelCache cache) {
        GraphOptions options = new GraphOptions(
                settings.threads(),
                settings.mixedBatches(),
                MAX_BATCH,
                spec.padId(),
                spec.firstPosition(),
                spec.poolsItself(),
                spec.hiddenSize(),
                settings.cuda());
        try {
            return Graph.load(file.path(), cache.graphs(), options);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException(file.path() + " can't be used: " + e.getMessage(), e);
        }
    }

    /** The reference's ONNX path takes any word in {@code USE_QUERY_PASSAGE_PREFIXES} as yes, {@code false} too. */
    private static RecipeSettings options(ModelLocation location, RuntimeSettings settings, RecipeKind kind) {
        RecipeSettings chosen = settings.recipeSettings();
        boolean prefixes = kind == RecipeKind.REFERENCE_ONNX ? settings.prefixesSet() : chosen.taskPrefixes();
        return chosen.withTaskPrefixes(prefixes || location.taskPrefixes());
    }

    private static void warm(ChosenRecipe recipe, Graph graph) {
        Plan plan = recipe.recipe().plan(EmbedRequest.passage("The first text takes longer than those that follow."));
        plan.assembly().assemble(graph.run(plan.sequences().subList(0, 1)));
    }

    private static ModelInfo info(
            ModelFiles files,
            ModelSpec spec,
            RuntimeSettings settings,
            ChosenRecipe recipe,
            String fingerprint,
            Phases phases) {
        return new ModelInfo(
                files.name(),
                recipe.kind().word(),
                recipe.dimensions(),
                recipe.maxTokens(),
                recipe.pooling(),
                settings.queue().runs(),
                settings.threads(),
                spec.config(),
                fingerprint,
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
