package io.text2vec.bench.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CeilingTest {
    @TempDir
    static Path natives;

    private static Ceiling ceiling;

    @BeforeAll
    static void load() {
        ceiling = new Ceiling(natives);
    }

    @AfterAll
    static void close() {
        ceiling.close();
    }

    @Test
    void vectorsHaveLengthOne() {
        float[] vector = ceiling.vector("The tide comes in twice a day.");
        assertThat(vector).hasSize(384);
        assertThat(Cosine.of(vector, vector)).isCloseTo(1, within(1e-9));
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        assertThat(square).isCloseTo(1, within(1e-5));
    }

    @Test
    void likeTextsHaveMoreSimilarVectorsThanUnlikeOnes() {
        float[] cat = ceiling.vector("A cat sits on the sofa.");
        float[] kitten = ceiling.vector("A kitten is sitting on the couch.");
        float[] tax = ceiling.vector("The tax return is due in April.");
        assertThat(Cosine.of(cat, kitten)).isGreaterThan(Cosine.of(cat, tax) + 0.3);
    }

    @Test
    void aTextLongerThanTheTokenizerFileDeclaresIsNotCut() {
        assertThat(ceiling.tokenizer().encode("word ".repeat(300))).hasSize(302);
    }

    @Test
    void aBatchOfEqualTextsHasTheVectorOfTheText() {
        double sameness = ceiling.sameness(new Setting(1, 1, 4), List.of("The same words in every row."));
        assertThat(Ceiling.same(sameness)).as("cosine %s", sameness).isTrue();
    }

    @Test
    void everySettingIsTriedAndOneOfThemWins() {
        List<Setting> settings = List.of(new Setting(1, 1, 1), new Setting(2, 1, 1));
        Ceiling.Best best = ceiling.best(settings, List.of("one", "two"), Duration.ofMillis(20));
        assertThat(settings).contains(best.setting());
        assertThat(best.textsPerSecond()).isPositive();
    }
}
