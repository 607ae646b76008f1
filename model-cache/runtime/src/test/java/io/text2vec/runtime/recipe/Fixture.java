package io.text2vec.runtime.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.runtime.source.ModelDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A tiny model among the test resources and the answers that the reference gave for it. */
public record Fixture(String name, ModelDirectory files, List<Case> cases) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Stream<String> names() {
        try (var folders = Files.list(root())) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Fixture of(String name) {
        Path directory = root().resolve(name);
        try {
            JsonNode vectors = JSON.readTree(directory.resolve("vectors.json").toFile());
            return new Fixture(
                    name,
                    new ModelDirectory(directory, name),
                    StreamSupport.stream(vectors.spliterator(), false)
                            .map(Case::new)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(
                    Objects.requireNonNull(Fixture.class.getResource("/models")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line of vectors.json. */
    public record Case(JsonNode json) {

        public String id() {
            return json.path("id").asText();
        }

        public String path() {
            return json.path("path").asText();
        }

        public Optional<String> onnxFile() {
            return text(json, "onnx_file");
        }

        public boolean fails() {
            return json.has("error");
        }

        boolean switchedOn(String variable) {
            return json.path("env").has(variable)
                    && !json.path("env").path(variable).asText().isEmpty();
        }

        public EmbedRequest request() {
            JsonNode config = json.path("config");
            JsonNode dimensions = config.path("dimensions");
            return new EmbedRequest(
                    json.path("text").asText(),
                    text(config, "task_type"),
                    text(config, "pooling_strategy"),
                    dimensions.isNumber() ? OptionalInt.of(dimensions.asInt()) : OptionalInt.empty());
        }

        /** Ids of each sequence that the reference ran. */
        List<long[]> ids() {
            return json.has("input_ids")
                    ? List.of(longs(json.path("input_ids")))
                    : StreamSupport.stream(json.path("sentence_input_ids").spliterator(), false)
                            .map(Case::longs)
                            .toList();
        }

        double norm() {
            return json.path("norm").asDouble();
        }

        public float[] vector() {
            float[] vector = new float[json.path("vector").size()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) json.path("vector").path(i).asDouble();
            }
            return vector;
        }

        private static long[] longs(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false)
                    .mapToLong(JsonNode::asLong)
                    .toArray();
        }

        private static Optional<String> text(JsonNode object, String field) {
            return Optional.of(object.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
        }
    }
}
