package io.text2vec.weaviate.rest;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.UuidText;
import io.text2vec.web.Failure;
import io.text2vec.web.JsonTree;
import io.text2vec.web.Refusal;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * A request to a door.
 *
 * @param url scheme, host and port that the client used
 * @param path values of the path's parameters, decoded
 * @param query of the URL
 * @param body empty if there is none
 */
record Call(String url, Map<String, String> path, MultiMap query, byte[] body) {
    private static final Set<String> LEVELS = Set.of("ONE", "QUORUM", "ALL");

    /** A parameter of the path. */
    String part(String name) {
        return path.get(name);
    }

    /** A parameter of the URL's query; an empty one counts as none. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** @throws Refusal 422 if it is no whole number from 0 on */
    OptionalInt number(String name) {
        Optional<String> text = parameter(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseUnsignedInt(text.get()));
        } catch (NumberFormatException notOne) {
            throw Refusal.unprocessable("The parameter " + name + " must be a whole number from 0 on.");
        }
    }

    Optional<String> tenant() {
        return parameter("tenant");
    }

    /** Whether the query's {@code include} asks for vectors. */
    boolean includesVector() {
        List<String> included =
                parameter("include").map(list -> List.of(list.split(","))).orElse(List.of());
        for (String word : included) {
            if (!word.equals("vector") && !word.equals("classification")) {
                throw Refusal.malformed("The parameter include takes vector and classification, separated by commas.");
            }
        }
        return included.contains("vector");
    }

    /** One node has one consistency: the level is checked and makes no difference. */
    void checkConsistency() {
        parameter("consistency_level").filter(level -> !LEVELS.contains(level)).ifPresent(other -> {
            throw Refusal.malformed("The parameter consistency_level takes ONE, QUORUM or ALL.");
        });
    }

    UUID id() {
        return uuid(part("id"));
    }

    /** @throws Refusal 422 if it is none */
    static UUID uuid(String text) {
        return UuidText.read(text).orElseThrow(() -> Refusal.unprocessable("An id must be a UUID of 36 characters."));
    }

    /** The body, an object. */
    Map<String, Object> object(String example) {
        if (body.length == 0) {
            throw Refusal.unprocessable("The body is missing: send " + example + ".");
        }
        return JsonTree.object(body, example);
    }

    /** The body, a list of objects. */
    @SuppressWarnings("unchecked") // JSON's names are texts
    List<Map<String, Object>> objects(String example) {
        if (body.length == 0) {
            throw Refusal.unprocessable("The body is missing: send " + example + ".");
        }
        List<?> all = JsonTree.list(body, example);
        if (!all.stream().allMatch(Map.class::isInstance)) {
            throw Refusal.malformed("The body must be a list of objects: send " + example + ".");
        }
        return (List<Map<String, Object>>) all;
    }

    /** A text of an object, nothing if it is absent or null. */
    static Optional<String> text(Map<String, Object> object, String name) {
        return switch (object.get(name)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            default -> throw Refusal.malformed(name + " must be a string.");
        };
    }

    /** A part of an object that is an object too, empty if it is absent or null. */
    @SuppressWarnings("unchecked") // JSON's names are texts
    static Map<String, Object> part(Map<String, Object> object, String name) {
        return switch (object.get(name)) {
            case null -> Map.of();
            case Map<?, ?> part -> (Map<String, Object>) part;
            default -> throw Refusal.malformed(name + " must be an object.");
        };
    }

    /** A refusal with a body where the contract's 404 has one. */
    static Refusal notFound(String sentence) {
        return new Refusal(new Failure(404, sentence));
    }

    /** @throws Invalid if it is absent */
    static String needed(Optional<String> text, String name) {
        return text.filter(word -> !word.isEmpty()).orElseThrow(() -> new Invalid(name + " is missing."));
    }
}
