package io.text2vec.runtime.tokenize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnpairedSurrogatesTest {

    @Test
    void halvesBecomeTheReplacementCharacter() {
        assertThat(UnpairedSurrogates.replaced("a\ud800b\udc00\ud800")).isEqualTo("a\ufffdb\ufffd\ufffd");
    }

    @Test
    void pairsAndPlainTextStayTheSameObject() {
        String text = "emoji \ud83d\ude00 and plain";
        assertThat(UnpairedSurrogates.replaced(text)).isSameAs(text);
    }
}
