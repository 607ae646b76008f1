package io.text2vec.vectorizers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.text2vec.collections.vectorize.ProcessModel;
import io.text2vec.web.JsonTree;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a vectorizer told of itself.
 *
 * @param model whose vectors it makes: words, a blank, a fingerprint
 * @param about its {@code /meta}; empty where it has none
 */
record Peer(Dialect dialect, String model, Map<String, Object> about) {
    private static final int FINGERPRINT_BYTES = 16;
    private static final int NAME = 100;

    /** By its {@code /meta}: functions of this project say in {@code text2vec} who they are and whose their vectors. */
    static Peer of(Map<String, Object> meta) {
        if (meta.get("text2vec") instanceof Map<?, ?> ours && ours.get("fingerprint") instanceof String fingerprint) {
            String model = ProcessModel.words(
                    name(ours.get("model")),
                    name(ours.get("recipe")),
                    name(fingerprint).replace(' ', '-'));
            return new Peer(new OwnDialect(), model, meta);
        }
        return new Peer(
                new ReferenceDialect(),
                "%s, known by its /meta, meta-%s".formatted(name(meta.get("_name_or_path")), digest(meta)),
                meta);
    }

    /** By the length of a vector alone. */
    static Peer of(int length) {
        return new Peer(
                new ReferenceDialect(), "a model known by the length of its vectors, length-" + length, Map.of());
    }

    /** Printable, and on one line. */
    private static String name(Object told) {
        String name = told == null
                ? ""
                : told.toString().replaceAll("[^\\x21-\\x7e]+", " ").strip();
        return name.isEmpty() || name.startsWith("@") ? "a model" : name.substring(0, Math.min(NAME, name.length()));
    }

    private static String digest(Map<String, Object> meta) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(JsonTree.write(new StringBuilder(), sorted(meta))
                            .toString()
                            .getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The order of an object's fields means nothing. */
    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                Map<String, Object> sorted = new TreeMap<>();
                object.forEach((name, each) -> sorted.put(name.toString(), sorted(each)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(Peer::sorted).toList();
            case null, default -> value;
        };
    }
}
