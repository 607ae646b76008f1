package io.text2vec.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.hub.HubSettings.Token;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSettingsTest {
    @TempDir
    Path home;

    private HubSettings read(Map<String, String> environment) {
        return HubSettings.read(environment::get, Path.of("/cache"), home);
    }

    @Test
    void anEmptyEnvironmentMeansThePublicHubAndItsClientsCache() {
        HubSettings settings = read(Map.of());
        assertThat(settings.endpoint()).isEqualTo(URI.create("https://huggingface.co"));
        assertThat(settings.token()).isEmpty();
        assertThat(settings.own()).isEqualTo(Path.of("/cache/hub"));
        assertThat(settings.others()).containsExactly(home.resolve(".cache/huggingface/hub"));
        assertThat(settings.offline()).isEmpty();
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void everyNameIsRead() {
        HubSettings settings = read(Map.of(
                "HF_ENDPOINT", "https://hub.example/mirror/",
                "HF_TOKEN", " hf_secret\n",
                "HF_HOME", "/hf",
                "HF_HUB_OFFLINE", "yes",
                "HF_HUB_DOWNLOAD_TIMEOUT", "7"));
        assertThat(settings.endpoint()).isEqualTo(URI.create("https://hub.example/mirror"));
        assertThat(settings.token()).hasValue(new Token("hf_secret", "HF_TOKEN"));
        assertThat(settings.others()).containsExactly(Path.of("/hf/hub"));
        assertThat(settings.offline()).hasValue("HF_HUB_OFFLINE");
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.toString()).doesNotContain("hf_secret");
    }

    @Test
    void aLoginOfTheHubsClientIsFoundWhereItLeavesItsToken() throws IOException {
        Path file = home.resolve("hf/token");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "hf_file\n");
        String hfHome = home.resolve("hf").toString();
        assertThat(read(Map.of("HF_HOME", hfHome)).token()).hasValue(new Token("hf_file", file.toString()));
        assertThat(read(Map.of("HF_HOME", hfHome, "HF_TOKEN", "hf_set")).token())
                .hasValue(new Token("hf_set", "HF_TOKEN"));
        assertThat(read(Map.of("HF_HOME", hfHome, "HF_HUB_DISABLE_IMPLICIT_TOKEN", "1"))
                        .token())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HF_ENDPOINT, hub.example", "HF_ENDPOINT, ftp://x", "HF_HUB_DOWNLOAD_TIMEOUT, soon"})
    void aValueThatIsNoneIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(HubException.BadSetting.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }
}
