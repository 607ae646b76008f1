package io.text2vec.runtime;

import io.text2vec.runtime.batch.QueueSettings;
import io.text2vec.runtime.infer.CudaDevice;
import io.text2vec.runtime.infer.GraphFile;
import io.text2vec.runtime.recipe.RecipeKind;
import io.text2vec.runtime.recipe.RecipeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * What the operator chose, under the names of the reference container where it has one.
 *
 * <p>Read from the environment itself and not through the framework's configuration, because loading starts before the
 * framework does.
 *
 * @param model directory of the model; the embedded one if absent
 * @param modelName model to be found by its name, and fetched if need be; a directory wins over it
 * @param recipe chosen recipe; else the model directory decides
 * @param recipeSettings options of it
 * @param prefixesSet whether {@code USE_QUERY_PASSAGE_PREFIXES} holds anything: the reference's ONNX path reads any word
 *     as yes
 * @param sentenceTransformers {@code USE_SENTENCE_TRANSFORMERS_VECTORIZER}
 * @param variant which graph is run
 * @param fused whether a graph is made of a model's floats though it brings one
 * @param threads threads of one inference
 * @param mixedBatches whether texts share a run of a graph whose scales come from the whole batch
 * @param queue limits of the queue
 * @param cuda the GPU that graphs run on; the CPU if absent
 * @param answerCacheBytes size of the cache of answers; none if absent
 */
public record RuntimeSettings(
        Optional<Path> model,
        Optional<String> modelName,
        Optional<RecipeKind> recipe,
        RecipeSettings recipeSettings,
        boolean prefixesSet,
        boolean sentenceTransformers,
        String variant,
        boolean fused,
        int threads,
        boolean mixedBatches,
        QueueSettings queue,
        Optional<CudaDevice> cuda,
        OptionalLong answerCacheBytes) {

    private static final Path REFERENCE_DIRECTORY = Path.of("models", "model");
    private static final int QUEUE_CAPACITY = 4096;
    private static final long MAX_WAITING_CHARS = 64L << 20;
    private static final int MAX_BATCH_TOKENS = 16_384;
    private static final long ANSWER_CACHE_BYTES = 64L << 20;

    /** Settings of this process: environment variables, or system properties of the same names, which win. */
    public static RuntimeSettings ofProcess() {
        return read(name -> System.getProperty(name, System.getenv(name)));
    }

    /**
     * @param environment from a variable's name to its value or null
     * @throws io.text2vec.runtime.source.ModelException if a value is none, naming the variable and what it can be
     */
    static RuntimeSettings read(UnaryOperator<String> environment) {
        Variables variables = new Variables(environment);
        Optional<CudaDevice> cuda = CudaVariables.read(variables, CudaDevice.isInThisBuild());
        int threads = variables.number("TEXT2VEC_THREADS").orElse(1);
        int cores = Runtime.getRuntime().availableProcessors();
        QueueSettings queue = new QueueSettings(
                variables.number("TEXT2VEC_RUNS").orElse(Math.max(1, cores / threads)),
                variables.number("TEXT2VEC_QUEUE").orElse(QUEUE_CAPACITY),
                MAX_WAITING_CHARS,
                MAX_BATCH_TOKENS,
                variables.duration("TEXT2VEC_DEADLINE").orElse(QueueSettings.DEFAULT_DEADLINE),
                variables.duration("TEXT2VEC_DRAIN").orElse(Duration.ofSeconds(10)));
        RecipeSettings recipe = new RecipeSettings(
                variables.flag("USE_QUERY_PASSAGE_PREFIXES"),
                !variables.flag("T2V_TRANSFORMERS_DIRECT_TOKENIZE"),
                variables.choice("TEXT2VEC_POOLING", "declared", "request").equals("request"),
                variables.choice("TEXT2VEC_LONG_TEXT", "windows", "truncate").equals("windows"),
                variables.number("TEXT2VEC_MAX_TOKENS"),
                RecipeSettings.MAX_WINDOWS);
        // A GPU gains nothing from 8 bits: CUDA lacks the operators of graphs that were quantised for a processor.
        String variant =
                variables.text("TEXT2VEC_VARIANT").orElse(cuda.isPresent() ? GraphFile.FLOATS : GraphFile.AUTO);
        boolean fused = fused(variables, variant);
        Optional<Path> directory = variables.text("TEXT2VEC_MODEL").map(Path::of);
        Optional<String> name = directory.isPresent() ? Optional.empty() : variables.text("MODEL_NAME");
        return new RuntimeSettings(
                directory.isPresent() || name.isPresent()
                        ? directory
                        : Optional.of(REFERENCE_DIRECTORY).filter(Files::isDirectory),
                name,
                variables.text("TEXT2VEC_RECIPE").map(RecipeKind::of),
                recipe,
                variables.text("USE_QUERY_PASSAGE_PREFIXES").isPresent(),
                variables.flag("USE_SENTENCE_TRANSFORMERS_VECTORIZER"),
                fused ? GraphFile.FLOATS : variant,
                fused,
                threads,
                variables.choice("TEXT2VEC_BATCH", "auto", "always").equals("always"),
                queue,
                cuda,
                variables.flag("ENABLE_CACHE")
                        ? OptionalLong.of(variables.number("TEXT2VEC_CACHE_SIZE").stream()
                                .asLongStream()
                                .findFirst()
                                .orElse(ANSWER_CACHE_BYTES))
                        : OptionalLong.empty());
    }

    private static boolean fused(Variables variables, String variant) {
        boolean fused = variables.choice("TEXT2VEC_GRAPH", "published", "fused").equals("fused");
        if (fused && !variant.equals(GraphFile.AUTO) && !variant.equals(GraphFile.FLOATS)) {
            throw variables.refused(
                    "TEXT2VEC_GRAPH",
                    "which is for floats, but TEXT2VEC_VARIANT is '" + variant + "'; unset one of them");
        }
        return fused;
    }

    /** All that a loaded model depends on: two users with equal keys share one. */
    Object modelKey() {
        return List.of(
                model.map(path -> path.toAbsolutePath().normalize()),
                modelName,
                recipe,
                recipeSettings,
                prefixesSet,
                sentenceTransformers,
                variant,
                fused,
                threads,
                mixedBatches,
                cuda);
    }
}
