package io.text2vec.runtime.tokenize;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.text2vec.runtime.json.TreeReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Puts the rules of {@code tokenizer_config.json} into a {@code tokenizer.json}. The file is up to 17 MB, nearly all of
 * it vocabulary behind the normalizer, so only its head is parsed and the one object is cut out and replaced.
 */
public final class TokenizerJson {
    private static final String BERT_NORMALIZER = "BertNormalizer";

    private TokenizerJson() {}

    /**
     * @return the same text where the rules agree with it or it has no BERT normalizer, else a changed one
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static String withRules(String json, TokenizerRules rules) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("tokenizer.json is no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("normalizer") && value == JsonToken.START_OBJECT) {
                    int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
                    JsonNode normalizer = TreeReader.current(parser);
                    int end = Math.toIntExact(parser.currentLocation().getCharOffset());
                    return replaced(json, start, end, normalizer, rules);
                }
                parser.skipChildren();
            }
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException("tokenizer.json can't be read: " + e.getMessage(), e);
        }
    }

    private static String replaced(String json, int start, int end, JsonNode normalizer, TokenizerRules rules) {
        if (!normalizer.path("type").asText().equals(BERT_NORMALIZER)) {
            return json;
        }
        ObjectNode changed = normalizer.deepCopy();
        changed.put("lowercase", rules.lowercase());
        rules.stripAccents()
                .ifPresentOrElse(strip -> changed.put("strip_accents", strip), () -> changed.putNull("strip_accents"));
        rules.splitChinese().ifPresent(split -> changed.put("handle_chinese_chars", split));
        return changed.equals(normalizer) ? json : json.substring(0, start) + changed + json.substring(end);
    }
}
