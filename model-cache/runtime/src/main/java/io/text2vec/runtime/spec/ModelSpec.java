package io.text2vec.runtime.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.tokenize.TokenizerRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a model's files say of it, as far as a vector depends on it.
 *
 * @param config {@code config.json} as it stands
 * @param type its {@code model_type}
 * @param hiddenSize width of a token vector
 * @param positions longest sequence its position table allows; absent for relative positions (T5)
 * @param padId id of the padding token
 * @param firstPosition position of a sequence's first token
 * @param modelMaxLength limit of the tokenizer's configuration
 * @param rules normalisation that the tokenizer's configuration asks for, where its class obeys it
 * @param sentence what the sentence-transformers files say
 */
public record ModelSpec(
        String config,
        String type,
        int hiddenSize,
        OptionalInt positions,
        long padId,
        int firstPosition,
        OptionalInt modelMaxLength,
        Optional<TokenizerRules> rules,
        SentenceSpec sentence) {

    /** These count positions from the padding id on, so that many rows of their position table are never used. */
    private static final Set<String> POSITIONS_AFTER_PADDING =
            Set.of("roberta", "xlm-roberta", "camembert", "mpnet", "xlm-roberta-xl");

    private static final Set<String> LOWERCASING = Set.of("bert", "distilbert", "mpnet", "dpr");

    /** Reads a model's files. */
    public static ModelSpec read(ModelFiles files) {
        String text = files.text("config.json").orElseThrow(() -> new ModelException(files + " holds no config.json"));
        JsonNode config = Json.parse(text, "config.json", files);
        JsonNode tokenizer = Json.read("tokenizer_config.json", files);
        String type = config.path("model_type").asText();
        int padId = config.path("pad_token_id").asInt(0);
        int firstPosition = POSITIONS_AFTER_PADDING.contains(type) ? padId + 1 : 0;
        OptionalInt table = Json.limit(config, "max_position_embeddings");
        return new ModelSpec(
                text,
                type,
                config.path("hidden_size")
                        .asInt(config.path("dim").asInt(config.path("d_model").asInt())),
                table.isEmpty() ? table : OptionalInt.of(table.getAsInt() - firstPosition),
                padId,
                firstPosition,
                Json.limit(tokenizer, "model_max_length"),
                rules(type, tokenizer),
                SentenceSpec.read(files));
    }

    /** Whether the model's own pooler output is its vector. */
    public boolean poolsItself() {
        return type.equals("dpr");
    }

    private static Optional<TokenizerRules> rules(String type, JsonNode tokenizer) {
        String tokenizerClass = tokenizer.path("tokenizer_class").asText("");
        boolean mpnet = tokenizerClass.isEmpty() ? type.equals("mpnet") : tokenizerClass.startsWith("MPNet");
        boolean obeys = tokenizerClass.isEmpty()
                ? LOWERCASING.contains(type)
                : List.of("Bert", "DistilBert", "MPNet", "DPR").stream().anyMatch(tokenizerClass::startsWith);
        if (!obeys) {
            return Optional.empty();
        }
        return Optional.of(new TokenizerRules(
                Json.flag(tokenizer, "do_lower_case").orElse(true),
                Json.flag(tokenizer, "strip_accents"),
                mpnet
                        ? Optional.empty()
                        : Optional.of(
                                Json.flag(tokenizer, "tokenize_chinese_chars").orElse(true))));
    }
}
