package io.text2vec.runtime.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.text2vec.runtime.pool.PoolingMode;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the sentence-transformers files of a model say; the defaults of that library where they are not there.
 *
 * @param pooling modes whose vectors are concatenated; the mean if none is declared
 * @param includePrompt whether pooling counts the prompt's tokens
 * @param steps what follows pooling, in order
 * @param maxSeqLength limit in tokens, special ones included
 * @param lowercase whether texts are lower-cased before tokenising
 * @param prompts texts to put in front, by name
 * @param defaultPrompt name of the prompt for texts without a task's own
 */
public record SentenceSpec(
        List<PoolingMode> pooling,
        boolean includePrompt,
        List<VectorStep> steps,
        OptionalInt maxSeqLength,
        boolean lowercase,
        Map<String, String> prompts,
        Optional<String> defaultPrompt) {

    /** The names under which versions of sentence-transformers wrote the first module's configuration. */
    private static final List<String> TRANSFORMER_CONFIGS = List.of(
            "sentence_bert_config.json",
            "sentence_roberta_config.json",
            "sentence_distilbert_config.json",
            "sentence_camembert_config.json",
            "sentence_albert_config.json",
            "sentence_xlm-roberta_config.json",
            "sentence_xlnet_config.json");

    static SentenceSpec read(ModelFiles files) {
        Set<PoolingMode> pooling = EnumSet.noneOf(PoolingMode.class);
        boolean includePrompt = true;
        List<VectorStep> steps = new ArrayList<>();
        String root = "";
        for (JsonNode module : Json.read("modules.json", files)) {
            String type = module.path("type").asText();
            String path = module.path("path").asText();
            switch (type.substring(type.lastIndexOf('.') + 1)) {
                case "Transformer" -> root = path.isEmpty() ? "" : path + "/";
                case "Pooling" -> {
                    JsonNode config = Json.read(path + "/config.json", files);
                    pooling.addAll(modes(config));
                    includePrompt = Json.flag(config, "include_prompt").orElse(true);
                }
                case "Dense" -> steps.add(DenseFile.read(path, files)::apply);
                case "Normalize" -> steps.add(VectorStep.NORMALIZE);
                default ->
                    throw new ModelException("modules.json of " + files + " has a module " + type
                            + "; known are Transformer, Pooling, Dense and Normalize");
            }
        }
        String transformer = root;
        JsonNode sentence = TRANSFORMER_CONFIGS.stream()
                .flatMap(name -> Json.find(transformer + name, files).stream())
                .findFirst()
                .orElseGet(() -> Json.read("sentence_bert_config.json", files));
        JsonNode prompts = Json.read("config_sentence_transformers.json", files);
        return new SentenceSpec(
                pooling.isEmpty() ? List.of(PoolingMode.MEAN) : List.copyOf(pooling),
                includePrompt,
                List.copyOf(steps),
                Json.limit(sentence, "max_seq_length"),
                Json.flag(sentence, "do_lower_case").orElse(false),
                prompts(prompts.path("prompts")),
                Optional.of(prompts.path("default_prompt_name"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText));
    }

    private static Set<PoolingMode> modes(JsonNode config) {
        Set<PoolingMode> modes = EnumSet.noneOf(PoolingMode.class);
        for (PoolingMode mode : PoolingMode.values()) {
            String word = mode.word();
            String field = "pooling_mode_"
                    + switch (mode) {
                        case CLS -> "cls_token";
                        case MAX, MEAN, MEAN_SQRT_LEN, WEIGHTED_MEAN -> word + "_tokens";
                        case LAST_TOKEN -> word;
                    };
            if (Json.flag(config, field).orElse(false)) {
                modes.add(mode);
            }
        }
        return modes;
    }

    private static Map<String, String> prompts(JsonNode declared) {
        Map<String, String> prompts = new LinkedHashMap<>();
        declared.properties()
                .forEach(
                        prompt -> prompts.put(prompt.getKey(), prompt.getValue().asText()));
        return Collections.unmodifiableMap(prompts);
    }
}
