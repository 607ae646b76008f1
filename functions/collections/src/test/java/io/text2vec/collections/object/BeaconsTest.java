package io.text2vec.collections.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeaconsTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-0000000000ab");

    @Test
    void theCollectionMayBeLeftOut() {
        assertThat(Beacons.read("weaviate://localhost/film/" + ID))
                .isEqualTo(new Beacons.Given(Optional.of("Film"), ID));
        assertThat(Beacons.read("weaviate://localhost/" + ID.toString().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(new Beacons.Given(Optional.empty(), ID));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Value.Beacon beacon = new Value.Beacon("Film", ID);

        assertThat(Beacons.read(Beacons.write(beacon)))
                .isEqualTo(new Beacons.Given(Optional.of(beacon.collection()), beacon.id()));
    }

    @Test
    void aSourceNamesTheProperty() {
        assertThat(Beacons.readSource("weaviate://localhost/film/%s/by".formatted(ID)))
                .isEqualTo(new Beacons.Source("Film", ID, "by"));
        assertThatThrownBy(() -> Beacons.readSource("weaviate://localhost/Film/" + ID))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00000000-0000-0000-0000-0000000000ab",
                "weaviate://localhost/",
                "weaviate://localhost/Film/1",
                "weaviate://localhost/Film/00000000-0000-0000-0000-0000000000ab/by",
                "weaviate://elsewhere/Film/00000000-0000-0000-0000-0000000000ab"
            })
    void whatIsNoneIsToldWithAnExample(String text) {
        assertThatThrownBy(() -> Beacons.read(text))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("weaviate://localhost/Film/");
    }
}
