package io.text2vec.runtime.tokenize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PythonTextTest {

    @Test
    void stripsWhatPythonCallsSpace() {
        assertThat(PythonText.strip("\u00a0\u3000\u001c a\u2003b \u0085\u2028")).isEqualTo("a\u2003b");
        assertThat(PythonText.strip(" \t\n")).isEmpty();
    }

    @Test
    void keepsWhatPythonDoesNotCallSpace() {
        assertThat(PythonText.strip("\u200b\ufeff\u0008")).isEqualTo("\u200b\ufeff\u0008");
    }

    @Test
    void joinsWordsWithSingleBlanks() {
        assertThat(PythonText.singleSpaced("  one\t\ntwo\u00a0 three\u3000")).isEqualTo("one two three");
        assertThat(PythonText.singleSpaced("\u2003 ")).isEmpty();
    }
}
