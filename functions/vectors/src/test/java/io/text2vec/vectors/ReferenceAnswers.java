package io.text2vec.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What one reference container answered: the cases of a tiny model's {@code vectors.json} that have its path and its
 * switches.
 *
 * @param fixture name of the tiny model
 * @param path {@code hf}, {@code sentence-transformers} or {@code onnx}
 * @param switches the container's environment
 * @param graph file of the quantised graph on the ONNX path
 */
record ReferenceAnswers(
        String fixture, String path, Map<String, String> switches, Optional<String> graph, List<JsonNode> cases) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MODELS =
            Path.of(System.getProperty("text2vec.root"), "model-cache/runtime/src/test/resources/models");

    /** Files that a checkpoint has beside its weights and that an ONNX image keeps. */
    private static final List<String> CHECKPOINT =
            List.of("config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json");

    /** Every container that was asked with a model. */
    static Stream<ReferenceAnswers> of(String fixture) {
        try {
            JsonNode all = JSON.readTree(MODELS.resolve(fixture, "vectors.json").toFile());
            return StreamSupport.stream(all.spliterator(), false)
                    .collect(Collectors.groupingBy(
                            one -> new ReferenceAnswers(fixture, one), LinkedHashMap::new, Collectors.toList()))
                    .entrySet()
                    .stream()
                    .map(group -> group.getKey().with(group.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReferenceAnswers(String fixture, JsonNode one) {
        this(
                fixture,
                one.path("path").asText(),
                one.path("env").propertyStream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .asText())),
                Optional.ofNullable(one.get("onnx_file")).map(JsonNode::asText),
                List.of());
    }

    private ReferenceAnswers with(List<JsonNode> answered) {
        return new ReferenceAnswers(fixture, path, switches, graph, answered);
    }

    Path checkout() {
        return MODELS.resolve(fixture);
    }

    /** Lays the model out as the container's image has it, with one graph and a flag file. */
    void layOutOnnxImage(Path directory) throws IOException {
        for (String file : CHECKPOINT) {
            Files.copy(checkout().resolve(file), directory.resolve(file));
        }
        Files.copy(checkout().resolve(graph.orElseThrow()), directory.resolve("model_quantized.onnx"));
        Files.writeString(directory.resolve("onnx_runtime"), "true");
    }

    @Override
    public String toString() {
        return fixture + " " + path + " " + switches;
    }
}
