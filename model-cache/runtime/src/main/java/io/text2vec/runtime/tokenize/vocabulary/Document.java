package io.text2vec.runtime.tokenize.vocabulary;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.text2vec.runtime.source.ModelException;
import java.util.Map;
import java.util.function.ToIntFunction;

/** A {@code tokenizer.json} in the making. */
final class Document {
    private final ObjectNode root = new ObjectMapper().createObjectNode().put("version", "1.0");
    private final ToIntFunction<String> ids;

    /** @param ids a token's id; negative if the vocabulary doesn't have it */
    Document(ToIntFunction<String> ids) {
        this.ids = ids;
        root.putNull("truncation").putNull("padding").putArray("added_tokens");
    }

    /** A part such as {@code normalizer}. */
    ObjectNode part(String name, String type) {
        return root.putObject(name).put("type", type);
    }

    /** A token that a text may hold as it stands, and that no rule takes apart. */
    void special(String token) {
        added(token, true, false);
    }

    /** The token for what is to be guessed, which swallows the white space before it. */
    void mask(String token) {
        added(token, true, true);
    }

    /** A token of the vocabulary's own that is found as it stands. */
    void whole(String token) {
        added(token, false, false);
    }

    private void added(String token, boolean special, boolean left) {
        ArrayNode all = root.withArray("/added_tokens");
        ObjectNode added = all.addObject();
        added.put("id", id(token)).put("content", token).put("single_word", false);
        added.put("lstrip", left).put("rstrip", false).put("normalized", false).put("special", special);
    }

    /** @throws ModelException if the vocabulary lacks the token */
    int id(String token) {
        int id = ids.applyAsInt(token);
        if (id < 0) {
            throw new ModelException("The vocabulary lacks the special token " + token
                    + "; special_tokens_map.json and the vocabulary don't belong together");
        }
        return id;
    }

    /** Puts tokens around a text: {@code A} is the text, and the others are special tokens. */
    void around(String... sequence) {
        ObjectNode template = part("post_processor", "TemplateProcessing");
        ObjectNode tokens = template.putObject("special_tokens");
        ArrayNode single = template.putArray("single");
        for (String token : sequence) {
            boolean text = token.equals("A");
            single.addObject()
                    .putObject(text ? "Sequence" : "SpecialToken")
                    .put("id", token)
                    .put("type_id", 0);
            if (!text) {
                ObjectNode entry = tokens.putObject(token).put("id", token);
                entry.putArray("ids").add(id(token));
                entry.putArray("tokens").add(token);
            }
        }
        // A pair is never embedded, but the format wants to know.
        ArrayNode pair = template.putArray("pair").addAll(single);
        pair.addObject().putObject("Sequence").put("id", "B").put("type_id", 1);
    }

    /** A vocabulary by name. */
    static void vocabulary(ObjectNode model, Map<String, Integer> ids) {
        ObjectNode vocabulary = model.putObject("vocab");
        ids.forEach(vocabulary::put);
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
