package io.text2vec.runtime.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.runtime.infer.Sequence;
import io.text2vec.runtime.pool.PoolingMode;
import io.text2vec.runtime.source.ModelDirectory;
import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredRecipeTest {
    private static final Offset<Float> CLOSE = within(1e-5f);
    private static final String TEXT = "A holiday film about a family that gets lost in the mountains";
    private static final String LONG = (TEXT + ". ").repeat(24);

    private static EmbedRequest request(String task, String pooling, Integer dimensions) {
        return new EmbedRequest(
                TEXT,
                Optional.ofNullable(task),
                Optional.ofNullable(pooling),
                dimensions == null ? OptionalInt.empty() : OptionalInt.of(dimensions));
    }

    private static void assertSame(float[] actual, float[] expected) {
        assertThat(actual).containsExactly(expected, CLOSE);
    }

    /** Where a model says all that sentence-transformers needs, the recipe agrees with that path of the reference. */
    @ParameterizedTest
    @CsvSource({
        "tiny-bert-cls, passage", "tiny-bert-cls, query", "tiny-bert-mean, passage", "tiny-distilbert-st, passage",
        "tiny-mpnet, query", "tiny-xlmr-mean, passage", "tiny-bert-xlmr-tok, passage", "tiny-xlmr-cls, query",
        "tiny-t5-dense, passage"
    })
    void agreesWithSentenceTransformersOnWhatTheModelDeclares(String fixture, String task) throws IOException {
        float[] expected = Fixture.of(fixture).cases().stream()
                .filter(c -> c.id().equals("sentence-transformers/" + task + "/plain"))
                .findFirst()
                .orElseThrow()
                .vector();
        try (TinyModel model = TinyModel.open(fixture)) {
            String text = "The London Eye is a ferris wheel at the River Thames.";
            EmbedRequest request =
                    new EmbedRequest(text, Optional.of(task), Optional.of("masked_mean"), OptionalInt.empty());
            assertSame(model.embed(model.declared(), request), expected);
        }
    }

    @Test
    void weaviatesDefaultPoolingMeansTheModelsOwn() throws IOException {
        try (TinyModel model = TinyModel.open("tiny-bert-cls")) {
            float[] own = model.embed(model.declared(), request(null, null, null));
            assertSame(model.embed(model.declared(), request(null, "masked_mean", null)), own);
            assertSame(model.embed(model.declared(), request(null, "cls", null)), own);
        }
    }

    @Test
    void obeyedToTheLetterMaskedMeanReplacesTheModelsOwn() throws IOException {
        RecipeSettings obey =
                new RecipeSettings(false, true, true, true, OptionalInt.empty(), RecipeSettings.MAX_WINDOWS);
        try (TinyModel model = TinyModel.open("tiny-bert-cls")) {
            Recipe recipe = model.recipe(RecipeKind.DECLARED, obey);
            assertThat(recipe.plan(request(null, "masked_mean", null)).sequences())
                    .allMatch(sequence -> sequence.pooling() == PoolingMode.MEAN);
            assertThat(recipe.plan(request(null, null, null)).sequences())
                    .allMatch(sequence -> sequence.pooling() == PoolingMode.CLS);
        }
    }

    @Test
    void clsReplacesAMean() throws IOException {
        try (TinyModel model = TinyModel.open("tiny-bert-mean")) {
            assertThat(model.declared().plan(request(null, "cls", null)).sequences())
                    .allMatch(sequence -> sequence.pooling() == PoolingMode.CLS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "max, , , pooling_strategy",
        "CLS, , , pooling_strategy",
        ", clustering, , task_type",
        ", , 0, dimensions",
        ", , -1, dimensions",
        ", , 49, 1 to 48"
    })
    void optionsThatAreNoneAreRefusedByName(String pooling, String task, Integer dimensions, String named)
            throws IOException {
        try (TinyModel model = TinyModel.open("tiny-bert-mean")) {
            assertThatThrownBy(() -> model.declared().plan(request(task, pooling, dimensions)))
                    .isInstanceOf(EmbedException.BadInput.class)
                    .hasMessageContaining(named);
        }
    }

    @Test
    void dimensionsKeepTheFirstValuesAndNormaliseThem() throws IOException {
        try (TinyModel model = TinyModel.open("tiny-bert-mean")) {
            float[] whole = model.embed(model.declared(), request(null, null, null));
            float[] short8 = model.embed(model.declared(), request(null, null, 8));
            double norm = 0;
            for (int i = 0; i < 8; i++) {
                norm += whole[i] * whole[i];
            }
            float[] expected = Arrays.copyOf(whole, 8);
            for (int i = 0; i < 8; i++) {
                expected[i] /= (float) Math.sqrt(norm);
            }
            assertSame(short8, expected);
        }
    }

    @Test
    void aLongTextIsTheMeanOfItsWindowsByTheirTokens() throws IOException {
        try (TinyModel model = TinyModel.open("tiny-bert-mean")) {
            Plan plan = model.declared(true, 64).plan(EmbedRequest.passage(LONG));
            assertThat(plan.sequences()).hasSizeGreaterThan(5).allMatch(sequence -> sequence.length() <= 64);
            float[] expected = new float[48];
            for (Sequence window : plan.sequences()) {
                float[] vector = model.graph().run(java.util.List.of(window))[0];
                double norm = 0;
                for (float x : vector) {
                    norm += x * x;
                }
                for (int i = 0; i < expected.length; i++) {
                    expected[i] += (float) (vector[i] / Math.sqrt(norm) * (window.length() - 2));
                }
            }
            double norm = 0;
            for (float x : expected) {
                norm += x * x;
            }
            for (int i = 0; i < expected.length; i++) {
                expected[i] /= (float) Math.sqrt(norm);
            }
            assertSame(plan.assembly().assemble(model.alone(plan.sequences())), expected);
        }
    }

    @Test
    void aTextOfExactlyTheLimitIsOneSequence() throws IOException {
        try (TinyModel model = TinyModel.open("tiny-bert-mean")) {
            int tokens = model.tokenizer().content(LONG).length + 2;
            assertThat(model.declared(true, tokens)
                            .plan(EmbedRequest.passage(LONG))
                            .sequences())
                    .hasSize(1);
            assertThat(model.declared(true, tokens - 1)
                            .plan(EmbedRequest.passage(LONG))
                            .sequences())
                    .hasSize(2);
        }
    }

    @Test
    void truncationCutsInsteadOfMakingWindows() throws IOException {
        try (TinyModel model = TinyModel.open("tiny-bert-mean")) {
            Plan plan = model.declared(false, 64).plan(EmbedRequest.passage(LONG));
            assertThat(plan.sequences()).singleElement().matches(sequence -> sequence.length() == 64);
        }
    }

    @Test
    void everyWindowCarriesThePromptOfItsTask() throws IOException {
        try (TinyModel model = TinyModel.open("tiny-bert-cls")) {
            long[] prompt = model.tokenizer().content("represent this sentence for searching relevant passages:");
            Plan plan = model.declared(true, 64).plan(EmbedRequest.query(LONG));
            assertThat(plan.sequences()).hasSizeGreaterThan(1).allSatisfy(window -> assertThat(
                            Arrays.copyOfRange(window.ids(), 1, 1 + prompt.length))
                    .isEqualTo(prompt));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tiny-bert-mean", "tiny-t5-plain", "tiny-xlmr-cls", "tiny-mpnet-plain", "tiny-dpr-question"})
    void anEmptyTextHasAVectorOfLengthOne(String fixture) throws IOException {
        try (TinyModel model = TinyModel.open(fixture)) {
            float[] vector = model.embed(model.declared(), EmbedRequest.passage(""));
            double norm = 0;
            for (float x : vector) {
                norm += x * x;
            }
            assertThat(norm).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void aDprModelGivesItsPoolerOutput() throws IOException {
        try (TinyModel model = TinyModel.open("tiny-dpr-question")) {
            ChosenRecipe chosen = model.choose(RecipeKind.DECLARED, RecipeSettings.defaults());
            assertThat(chosen.dimensions()).isEqualTo(24);
            assertThat(chosen.pooling()).isEqualTo("pooler output");
        }
    }

    @Test
    void aPromptThatIsNotIncludedIsLeftOutOfThePooling(@TempDir Path directory) throws IOException {
        ModelDirectory tiny = Fixture.of("tiny-bert-mean").files();
        for (String file : new String[] {"config.json", "tokenizer.json", "tokenizer_config.json", "modules.json"}) {
            Files.copy(tiny.directory().resolve(file), directory.resolve(file));
        }
        Files.createDirectories(directory.resolve("onnx"));
        Files.copy(tiny.directory().resolve("onnx/model.onnx"), directory.resolve("onnx/model.onnx"));
        Files.createDirectories(directory.resolve("1_Pooling"));
        Files.writeString(
                directory.resolve("1_Pooling/config.json"),
                "{\"pooling_mode_mean_tokens\": true, \"include_prompt\": false}");
        Files.writeString(
                directory.resolve("config_sentence_transformers.json"),
                "{\"prompts\": {\"passage\": \"title: \", \"other\": \"search: \"}, \"default_prompt_name\": \"other\"}");
        try (TinyModel model = TinyModel.open(new ModelDirectory(directory, "prompted"), "onnx/model.onnx")) {
            int title = model.tokenizer().content("title:").length;
            int search = model.tokenizer().content("search:").length;
            assertThat(model.declared()
                            .plan(EmbedRequest.passage(TEXT))
                            .sequences()
                            .getFirst()
                            .skip())
                    .isEqualTo(1 + title);
            assertThat(model.declared()
                            .plan(EmbedRequest.query(TEXT))
                            .sequences()
                            .getFirst()
                            .skip())
                    .as("the default prompt, for want of one named query")
                    .isEqualTo(1 + search);
        }
    }

    @Test
    void moreWindowsThanARequestMayHaveAreRefused() throws IOException {
        RecipeSettings few = new RecipeSettings(false, true, false, true, OptionalInt.of(16), 5);
        try (TinyModel model = TinyModel.open("tiny-bert-mean")) {
            assertThatThrownBy(() -> model.recipe(RecipeKind.DECLARED, few).plan(EmbedRequest.passage(LONG)))
                    .isInstanceOf(EmbedException.TooLong.class)
                    .hasMessageContaining("5");
        }
    }

    @Test
    void aLimitAboveTheModelsPositionsIsRefusedWhenItIsLoaded() throws IOException {
        try (TinyModel model = TinyModel.open("tiny-bert-mean")) {
            assertThatThrownBy(() -> model.declared(true, 513))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("TEXT2VEC_MAX_TOKENS")
                    .hasMessageContaining("512");
        }
    }
}
