package io.text2vec.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.runtime.pool.PoolingMode;
import io.text2vec.runtime.recipe.ChosenRecipe;
import io.text2vec.runtime.recipe.RecipeKind;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.source.ModelLocation;
import io.text2vec.runtime.spec.ModelSpec;
import io.text2vec.runtime.spec.VectorStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a model's own files say of it.
 *
 * @param family its architecture, as people call it
 * @param pooling what its vectors are made of
 * @param limit tokens of the longest text
 * @param prompts by name
 * @param recipe the one that it is run with
 * @param commit of the hub, where it comes from there
 * @param variant which graph is run here
 * @param reason why
 * @param here whether all files are on this machine
 */
record Inspection(
        String model,
        String family,
        String pooling,
        int dimensions,
        int limit,
        Map<String, String> prompts,
        Optional<String> defaultPrompt,
        String recipe,
        Optional<String> licence,
        Optional<String> commit,
        String directory,
        Optional<String> graph,
        String variant,
        String reason,
        boolean here,
        Map<String, Long> files) {

    private static final Map<String, String> FAMILIES = Map.of(
            "bert", "BERT",
            "distilbert", "DistilBERT",
            "roberta", "RoBERTa",
            "xlm-roberta", "XLM-R",
            "camembert", "CamemBERT (RoBERTa)",
            "mpnet", "MPNet",
            "t5", "T5 encoder",
            "dpr", "DPR (BERT)");

    /** What is known of a graph before it is opened. */
    record Chosen(Optional<String> graph, String variant, String reason) {}

    static Inspection of(
            ModelLocation location,
            Chosen chosen,
            Optional<String> commit,
            String directory,
            boolean here,
            Map<String, Long> files) {
        ModelFiles model = location.files();
        ModelSpec spec = ModelSpec.read(model);
        JsonNode config = json(spec.config());
        return new Inspection(
                model.name(),
                FAMILIES.getOrDefault(
                        spec.type(), spec.type() + " (none of the known families; a graph of it may run)"),
                pooling(spec),
                dimensions(spec, config),
                ChosenRecipe.declaredLimit(spec),
                spec.sentence().prompts(),
                spec.sentence().defaultPrompt(),
                RecipeKind.of(location.image(), spec, false).word(),
                model.text("README.md").flatMap(card -> new ModelCard(card).licence()),
                commit,
                directory,
                chosen.graph(),
                chosen.variant(),
                chosen.reason(),
                here,
                files);
    }

    private static String pooling(ModelSpec spec) {
        if (spec.poolsItself()) {
            return "pooler output";
        }
        String modes = spec.sentence().pooling().stream().map(PoolingMode::word).collect(Collectors.joining("+"));
        long dense = spec.sentence().steps().stream()
                .filter(step -> step != VectorStep.NORMALIZE)
                .count();
        boolean normalised = spec.sentence().steps().contains(VectorStep.NORMALIZE);
        return modes + (dense == 0 ? "" : ", dense") + (normalised ? ", normalised" : "");
    }

    /** The length of a vector: that of a token's, as often as poolings are put together, after the modules that follow. */
    private static int dimensions(ModelSpec spec, JsonNode config) {
        if (spec.poolsItself()) {
            int projection = config.path("projection_dim").asInt(0);
            return projection > 0 ? projection : spec.hiddenSize();
        }
        float[] vector = new float[spec.hiddenSize() * spec.sentence().pooling().size()];
        for (VectorStep step : spec.sentence().steps()) {
            vector = step.apply(vector);
        }
        return vector.length;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("config.json is no JSON", e);
        }
    }
}
