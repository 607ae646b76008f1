package io.text2vec.convert.family;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.runtime.source.ModelException;

/** A model's {@code config.json}, read with an error for what can't be left out. */
record Config(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Config parse(String text) {
        try {
            return new Config(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new ModelException("config.json is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    String type() {
        return text("model_type", "");
    }

    /** A count of at least one. */
    int count(String field) {
        int count = json.path(field).asInt();
        if (count < 1) {
            throw new ModelException("config.json of this " + type() + " model says " + field + " = " + json.path(field)
                    + "; expected a number of at least 1");
        }
        return count;
    }

    int number(String field, int otherwise) {
        return json.path(field).asInt(otherwise);
    }

    float fraction(String field, double otherwise) {
        return (float) json.path(field).asDouble(otherwise);
    }

    boolean flag(String field) {
        return json.path(field).asBoolean();
    }

    String text(String field, String otherwise) {
        return json.path(field).asText(otherwise);
    }
}
