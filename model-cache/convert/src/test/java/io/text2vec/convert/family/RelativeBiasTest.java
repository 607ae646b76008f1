package io.text2vec.convert.family;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeBiasTest {

    /** With 32 buckets: 16 a direction, of which 8 are exact and 8 grow with the logarithm up to 128. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-1, 1",
        "-7, 7",
        "-8, 8",
        "-11, 8",
        "-12, 9",
        "-16, 10",
        "-32, 12",
        "-64, 14",
        "-127, 15",
        "-128, 15",
        "1, 17",
        "7, 23",
        "8, 24",
        "16, 26",
        "128, 31"
    })
    void aDistanceHasItsBucket(int distance, int bucket) {
        assertThat(RelativeBias.bucket(distance, 32, 128)).isEqualTo(bucket);
    }

    @Test
    void bucketsNeverShrinkWithDistance() {
        for (int distance = 1; distance <= 300; distance++) {
            assertThat(RelativeBias.bucket(-distance, 32, 128))
                    .isGreaterThanOrEqualTo(RelativeBias.bucket(1 - distance, 32, 128));
        }
    }
}
