package io.text2vec.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "90868370, 90.9 MB",
        "437967, 438 kB",
        "999600, 1.0 MB",
        "2271064456, 2.3 GB"
    })
    void threeDigitsAreEnough(long bytes, String text) {
        assertThat(Sizes.text(bytes)).isEqualTo(text);
    }
}
