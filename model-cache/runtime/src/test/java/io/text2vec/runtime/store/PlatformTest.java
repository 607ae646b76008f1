package io.text2vec.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, LINUX_X64",
        "Linux, aarch64, LINUX_AARCH64",
        "Mac OS X, aarch64, MACOS_AARCH64",
        "Windows 11, amd64, WINDOWS_X64",
        "Windows Server 2022, amd64, WINDOWS_X64"
    })
    void knowsWhatTheJvmCallsIt(String os, String arch, Platform platform) {
        assertThat(Platform.of(os, arch)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, x86_64", "Windows 11, aarch64", "Linux, riscv64", "FreeBSD, amd64"})
    void namesThePlatformItHasNothingFor(String os, String arch) {
        assertThatThrownBy(() -> Platform.of(os, arch))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(os)
                .hasMessageContaining(arch);
    }

    @ParameterizedTest
    @EnumSource
    void theJarsHoldEveryLibrary(Platform platform) {
        ClassLoader loader = OrtEnvironment.class.getClassLoader();
        assertThat(platform.onnxRuntime()).allMatch(name -> loader.getResource(name) != null);
        assertThat(platform.tokenizers()).allMatch(name -> loader.getResource(name) != null);
    }

    @Test
    void theTokenizersLibraryIsAmongItsFiles() {
        Platform here = Platform.of(System.getProperty("os.name"), System.getProperty("os.arch"));
        assertThat(here.tokenizers().getLast()).endsWith("/" + System.mapLibraryName("tokenizers"));
    }
}
