package io.text2vec.runtime.tokenize.vocabulary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.source.TokenizerForm;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a model says of its tokenizer beside its vocabulary.
 *
 * @param kind the tokenizer's class without {@code TokenizerFast}, such as {@code Bert}; of a model that names none the one
 *     that its kind of model has
 * @param settings {@code special_tokens_map.json} and {@code tokenizer_config.json}, in the order in which they count
 */
record Declared(String kind, List<JsonNode> settings) {
    static final String MPNET = "MPNet";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WORD_PIECE =
            Set.of("Bert", "DistilBert", MPNET, "DPRContextEncoder", "DPRQuestionEncoder", "DPRReader");

    /**
     * Reads what a model says.
     *
     * @throws ModelException if its tokenizer is of a class that such files don't suffice for
     */
    static Declared by(ModelFiles files, TokenizerForm form) {
        JsonNode config = read(files, "tokenizer_config.json");
        String named = config.path("tokenizer_class").asText("");
        String kind = named.isEmpty()
                ? ofModel(read(files, "config.json").path("model_type").asText())
                : named.replaceFirst("Tokenizer(Fast)?$", "");
        if (!suffices(form, kind)) {
            throw new ModelException(files + " has its tokenizer in " + String.join(" and ", form.files())
                    + ", which for "
                    + (named.isEmpty() ? "its model_type" : named) + " isn't known to be all of it: a tokenizer.json is"
                    + " needed, which the Python library that made the model writes");
        }
        return new Declared(kind, List.of(read(files, "special_tokens_map.json"), config));
    }

    private static String ofModel(String type) {
        return switch (type) {
            case "bert" -> "Bert";
            case "distilbert" -> "DistilBert";
            case "mpnet" -> MPNET;
            case "dpr" -> "DPRContextEncoder";
            case "roberta" -> "Roberta";
            case "xlm-roberta" -> "XLMRoberta";
            case "t5", "mt5" -> "T5";
            default -> type;
        };
    }

    private static boolean suffices(TokenizerForm form, String kind) {
        return switch (form) {
            case JSON -> true;
            case WORD_PIECE -> WORD_PIECE.contains(kind);
            case BYTE_PAIR -> kind.equals("Roberta");
            // A BERT body with this tokenizer has it under no class of its own.
            case SENTENCE_PIECE_XLM_R -> Set.of("XLMRoberta", "PreTrained").contains(kind);
            case SENTENCE_PIECE_T5 -> Set.of("T5", "MT5").contains(kind);
        };
    }

    private static JsonNode read(ModelFiles files, String name) {
        try {
            return JSON.readTree(files.text(name).orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new ModelException(name + " of " + files + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** A special token's text, such as that of {@code cls_token}. */
    String token(String name, String otherwise) {
        return settings.stream()
                .map(node -> node.path(name))
                .flatMap(node -> Stream.of(node, node.path("content")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse(otherwise);
    }

    boolean flag(String name) {
        return settings.getLast().path(name).asBoolean(false);
    }

    int count(String name, int otherwise) {
        return settings.getLast().path(name).asInt(otherwise);
    }
}
