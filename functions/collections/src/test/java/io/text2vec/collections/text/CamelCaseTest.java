package io.text2vec.collections.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamelCaseTest {

    @ParameterizedTest
    @CsvSource({
        "MyHTTPServerV2, My HTTP Server V 2",
        "titleText, title Text",
        "My_snakeABCdef9x, My _ snake AB Cdef 9 x",
        "title, title",
        "A, A",
        "ABC, ABC",
        "aB, a B",
        "Film2, Film 2",
        "__x, __ x"
    })
    void wordsAreRunsOfOneKind(String name, String words) {
        assertThat(CamelCase.split(name)).isEqualTo(words);
    }
}
