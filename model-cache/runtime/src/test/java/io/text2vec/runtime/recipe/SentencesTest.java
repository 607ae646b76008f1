package io.text2vec.runtime.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void endsAtQuestionAndExclamationMarks() {
        assertThat(Sentences.of("Is it? Yes! Good")).containsExactly("Is it?", "Yes!", "Good");
    }

    @Test
    void aClosingQuoteBelongsToItsSentence() {
        assertThat(Sentences.of("He said \"stop!\" and left")).containsExactly("He said \"stop!\"", "and left");
    }

    @Test
    void fullStopsOfOtherScriptsEndNothingAsInTheReference() {
        assertThat(Sentences.of("今日は天気が良い。机器学习")).containsExactly("今日は天気が良い。机器学习");
    }

    @Test
    void anEmptyTextHasNoSentence() {
        assertThat(Sentences.of("")).isEmpty();
    }
}
