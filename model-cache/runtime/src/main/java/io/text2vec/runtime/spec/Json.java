package io.text2vec.runtime.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.text2vec.runtime.json.TreeReader;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;

/** The JSON files of a model. */
final class Json {
    private Json() {}

    static JsonNode parse(String text, String file, ModelFiles files) {
        try {
            return TreeReader.read(text);
        } catch (JsonProcessingException e) {
            throw new ModelException(file + " of " + files + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " of " + files + " can't be read: " + e.getMessage(), e);
        }
    }

    /** A file's content, if the model has it. */
    static Optional<JsonNode> find(String file, ModelFiles files) {
        return files.text(file).map(text -> parse(text, file, files));
    }

    /** A file's content; an empty object if the model has none. */
    static JsonNode read(String file, ModelFiles files) {
        return find(file, files).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** A positive number; "very large" stands for none in tokenizer configurations, and so does anything past an int. */
    static OptionalInt limit(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isNumber() && value.asDouble() >= 1 && value.asDouble() <= Integer.MAX_VALUE
                ? OptionalInt.of(value.asInt())
                : OptionalInt.empty();
    }

    static Optional<Boolean> flag(JsonNode object, String field) {
        return Optional.of(object.path(field)).filter(JsonNode::isBoolean).map(JsonNode::asBoolean);
    }
}
