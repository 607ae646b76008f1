package io.text2vec.runtime.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.embedder.EmbedException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
    private static final long[] NONE = {};

    private static long[] text(int tokens) {
        return LongStream.range(0, tokens).toArray();
    }

    @Test
    void overlapBy32Tokens() {
        List<long[]> windows = Windows.over(text(200), NONE, 100).contents();
        assertThat(windows).hasSize(3);
        assertThat(windows.get(0)).isEqualTo(LongStream.range(0, 100).toArray());
        assertThat(windows.get(1)).isEqualTo(LongStream.range(68, 168).toArray());
        assertThat(windows.get(2)).isEqualTo(LongStream.range(136, 200).toArray());
    }

    @Test
    void eachCarriesThePrompt() {
        List<long[]> windows = Windows.over(text(60), new long[] {-1, -2}, 52).contents();
        assertThat(windows).allSatisfy(window -> assertThat(window).startsWith(-1, -2));
        assertThat(windows).allSatisfy(window -> assertThat(window.length).isLessThanOrEqualTo(52));
    }

    @ParameterizedTest
    @CsvSource({"101, 100", "168, 100", "169, 100", "5000, 254", "3, 1", "100, 40"})
    void coverEveryTokenAndNoneIsSpare(int tokens, int room) {
        Windows windows = Windows.over(text(tokens), NONE, room);
        List<long[]> contents = windows.contents();
        assertThat(contents.stream().flatMapToLong(Arrays::stream).distinct().count())
                .isEqualTo(tokens);
        assertThat(contents.getLast()[contents.getLast().length - 1]).isEqualTo(tokens - 1);
        if (contents.size() > 1) {
            long[] beforeLast = contents.get(contents.size() - 2);
            assertThat(beforeLast[beforeLast.length - 1]).isLessThan(tokens - 1);
        }
    }

    @Test
    void aPromptThatFillsTheSequenceIsRefused() {
        assertThatThrownBy(() -> Windows.over(text(9), new long[8], 8))
                .isInstanceOf(EmbedException.BadInput.class)
                .hasMessageContaining("8 tokens");
    }
}
