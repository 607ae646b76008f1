package io.text2vec.vectorizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Optional<String> NONE = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "http://Vectors.Example,          false, vectors.example, 80,   ''",
        "https://vectors.example.,        true,  vectors.example, 443,  ''",
        "http://10.0.0.7:8080/,           false, 10.0.0.7,        8080, ''",
        "HTTP://[::1]:8080/models/a//,    false, ::1,             8080, /models/a",
    })
    void anAddressHasOneSpelling(String url, boolean tls, String host, int port, String path) {
        assertThat(Address.parse(url, "it")).isEqualTo(new Address(tls, host, port, path));
    }

    @ParameterizedTest
    @CsvSource({
        "http://vectors.example,      true",
        "https://vectors.example:1,   true",
        "http://10.0.0.7:8080/path,   true",
        "http://10.0.0.7:8081,        false",
        "http://[::1]:99,             true",
        "http://common:8080/other,    true",
        "http://common:8081,          false",
        "http://example,              false",
    })
    void aHostIsListedWithItsPortOrForAllPorts(String url, boolean allowed) {
        AllowedHosts hosts = AllowedHosts.read(
                Optional.of(" Vectors.example , 10.0.0.7:8080,::1,"),
                List.of(Address.parse("http://common:8080", "it")));

        assertThat(hosts.allow(Address.parse(url, "it"))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://vectors", "vectors/path", "user@vectors", "*", "a b"})
    void aListOfSomethingElseIsRefusedByItsSetting(String list) {
        assertThatThrownBy(() -> AllowedHosts.read(Optional.of(list), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TEXT2VEC_INFERENCE_HOSTS");
    }

    @Test
    void oneAddressIsForBothTasksAndTwoForOneEach() {
        assertThat(CommonUrls.read(Optional.of("http://a"), NONE, NONE).byTask())
                .containsOnlyKeys(EmbedRequest.PASSAGE, EmbedRequest.QUERY);
        assertThat(CommonUrls.read(NONE, Optional.of("http://a"), NONE).byTask())
                .containsOnlyKeys(EmbedRequest.PASSAGE);
        assertThatThrownBy(() -> CommonUrls.read(Optional.of("http://a"), NONE, Optional.of("http://b")))
                .hasMessageContaining("TRANSFORMERS_INFERENCE_API")
                .hasMessageContaining("TRANSFORMERS_QUERY_INFERENCE_API");
        assertThatThrownBy(() -> CommonUrls.read(NONE, NONE, Optional.of("b")))
                .hasMessageContaining("TRANSFORMERS_QUERY_INFERENCE_API");
    }

    @Test
    void aProcessWhoseVectorsAllComeFromElsewhereHasNoModel() {
        assertThat(elsewhere("TRANSFORMERS_INFERENCE_API").order()).isNegative();
        assertThat(elsewhere("TRANSFORMERS_PASSAGE_INFERENCE_API", "TRANSFORMERS_QUERY_INFERENCE_API")
                        .order())
                .isNegative();
        assertThat(elsewhere().order()).isPositive();
        assertThat(elsewhere("TRANSFORMERS_QUERY_INFERENCE_API").order()).isPositive();
        assertThat(elsewhere("TRANSFORMERS_INFERENCE_API", "MODEL_NAME").order())
                .isPositive();
        assertThat(elsewhere("TRANSFORMERS_INFERENCE_API", "TEXT2VEC_MODEL").order())
                .isPositive();
    }

    @Test
    void aPackageWithoutAModelSaysWhatToSetWhereItNeedsOne() {
        try (Embedder embedder = elsewhere().open()) {
            assertThat(embedder.present()).isTrue();
            assertThat(embedder.ready()).isFalse();
            assertThat(embedder.loaded())
                    .failsWithin(0, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("TRANSFORMERS_INFERENCE_API");
        }
    }

    @Test
    void whatHasNoModelSaysWhoToAsk() {
        try (Embedder embedder = elsewhere("TRANSFORMERS_INFERENCE_API").open()) {
            assertThat(embedder.present()).isFalse();
            assertThat(embedder.loaded()).isNotDone();
            assertThat(embedder.embed(EmbedRequest.query("text")))
                    .isCompletedExceptionally()
                    .failsWithin(0, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withCauseInstanceOf(EmbedException.NoModel.class);
        }
    }

    private static ModelElsewhere elsewhere(String... settings) {
        Map<String, String> named = new HashMap<>();
        List.of(settings).forEach(setting -> named.put(setting, "http://a"));
        return new ModelElsewhere(named::get);
    }
}
