package io.text2vec.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static int words(String text) {
        return text.split(" ").length;
    }

    @Test
    void textsAreDistinctAndOfTheWantedLength() {
        List<String> texts = Texts.ofLength(50, 90, TextsTest::words);
        assertThat(texts).hasSize(50).doesNotHaveDuplicates().allMatch(text -> words(text) == 90);
    }

    @Test
    void everyRunGetsTheSameTexts() {
        assertThat(Texts.ofLength(5, 12, TextsTest::words)).isEqualTo(Texts.ofLength(5, 12, TextsTest::words));
    }

    @Test
    void textsNeedNoEscapesInJson() {
        assertThat(Texts.ofLength(20, 40, TextsTest::words)).allMatch(text -> text.matches("[A-Za-z., ]+"));
    }
}
