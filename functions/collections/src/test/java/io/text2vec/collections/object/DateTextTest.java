package io.text2vec.collections.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource({
        "2020-01-31T12:00:00Z,2020-01-31T12:00:00Z",
        "2020-01-31T12:00:00+00:00,2020-01-31T12:00:00Z",
        "2020-01-31T12:00:00.120000+02:00,2020-01-31T12:00:00.12+02:00",
        "2020-01-31T12:00:00.000Z,2020-01-31T12:00:00Z",
        "2020-01-31T12:00:00.123456789-05:30,2020-01-31T12:00:00.123456789-05:30",
        "0001-01-01T00:00:00Z,0001-01-01T00:00:00Z"
    })
    void theOffsetIsKeptAndTheFractionLosesItsLastZeros(String given, String written) {
        assertThat(DateText.read(given).map(DateText::write)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2020-01-31",
                "2020-01-31T12:00:00",
                "2020-01-31T12:00Z",
                "2020-01-31 12:00:00Z",
                "2020-02-30T12:00:00Z",
                "2020-01-31T25:00:00Z",
                "+12020-01-31T12:00:00Z",
                "2020-01-31T12:00:00+02",
                "a sentence that is long enough"
            })
    void withoutSecondsOrOffsetItIsNone(String text) {
        assertThat(DateText.read(text)).isEmpty();
    }
}
