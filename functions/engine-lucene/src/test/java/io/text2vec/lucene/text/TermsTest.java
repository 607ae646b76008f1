package io.text2vec.lucene.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {
    @Test
    void longTokensDifferInTheirEnds() {
        String start = "x".repeat(50_000);

        assertThat(Terms.of(start + "a")).isNotEqualTo(Terms.of(start + "b"));
        assertThat(Terms.of(start + "a")).isEqualTo(Terms.of(start + "a"));
        assertThat(Terms.of(start).length).isLessThan(32_766);
    }
}
