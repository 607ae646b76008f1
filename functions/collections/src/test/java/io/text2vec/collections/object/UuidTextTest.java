package io.text2vec.collections.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {

    @Test
    void everyVersionIsReadInEitherCase() {
        assertThat(UuidText.read("6BA7B810-9dad-11d1-80b4-00c04fd430c8"))
                .contains(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
        assertThat(UuidText.read("00000000-0000-0000-0000-000000000000")).contains(new UUID(0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "6ba7b8109dad11d180b400c04fd430c8",
                "6ba7b810-9dad-11d1-80b4-00c04fd430c",
                "6ba7b810-9dad-11d1-80b4-00c04fd430cg",
                "6ba7b810-9dad-11d1-80b400-c04fd430c8",
                "{6ba7b810-9dad-11d1-80b4-00c04fd430}"
            })
    void whatTheJdkAloneWouldTakeIsNone(String text) {
        assertThat(UuidText.read(text)).isEmpty();
    }
}
