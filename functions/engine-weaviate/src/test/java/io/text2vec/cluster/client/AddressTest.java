package io.text2vec.cluster.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void portsHaveTheirDefaults() {
        assertThat(Address.of("WEAVIATE_URL", "http://weaviate").port()).isEqualTo(80);
        assertThat(Address.of("WEAVIATE_URL", "https://weaviate/").port()).isEqualTo(443);
        assertThat(Address.of("WEAVIATE_URL", "http://[::1]:8080")).hasToString("http://[::1]:8080");
        assertThat(Address.of("WEAVIATE_URL", "http://weaviate:8080").at(50051)).hasToString("http://weaviate:50051");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weaviate:8080", "ftp://weaviate", "http://weaviate/v1", "http://", "http://a b"})
    void whatIsNoAddressNamesTheSetting(String url) {
        assertThatThrownBy(() -> Address.of("WEAVIATE_URL", url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WEAVIATE_URL must be http:// or https://");
    }
}
