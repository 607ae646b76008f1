package io.text2vec.runtime.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.embedder.EmbedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Vectors of the {@code declared} recipe as this project first gave them: an index that was built with it stays good. They
 * were made by the code itself, whose parts other tests check; a change here needs a new name for the recipe.
 */
class DeclaredGoldenTest {
    private static final float CLOSE = 1e-4f;

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream file = DeclaredGoldenTest.class.getResourceAsStream("/declared.json")) {
            JsonNode golden = new ObjectMapper().readTree(file);
            return StreamSupport.stream(golden.spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheVectorItAlwaysGave(JsonNode golden) throws IOException {
        try (TinyModel model = TinyModel.open(golden.path("model").asText())) {
            float[] vector = model.embed(
                    model.declared(),
                    new EmbedRequest(
                            golden.path("text")
                                    .asText()
                                    .repeat(golden.path("repeat").asInt(1)),
                            text(golden, "task"),
                            text(golden, "pooling"),
                            golden.has("dimensions")
                                    ? OptionalInt.of(golden.path("dimensions").asInt())
                                    : OptionalInt.empty()));
            assertThat(vector).hasSize(golden.path("vector").size());
            for (int i = 0; i < vector.length; i++) {
                assertThat(vector[i])
                        .as("value %s", i)
                        .isCloseTo((float) golden.path("vector").path(i).asDouble(), within(CLOSE));
            }
        }
    }

    private static Optional<String> text(JsonNode golden, String field) {
        return Optional.of(golden.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
