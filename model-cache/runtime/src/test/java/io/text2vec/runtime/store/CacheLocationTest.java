package io.text2vec.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheLocationTest {

    @Test
    void theVariableWins() {
        Map<String, String> environment = Map.of("TEXT2VEC_CACHE", "/data/cache", "XDG_CACHE_HOME", "/xdg");
        assertThat(CacheLocation.of(environment, "Linux", "/home/ada")).isEqualTo(Path.of("/data/cache"));
        assertThat(CacheLocation.of(environment, "Mac OS X", "/Users/ada")).isEqualTo(Path.of("/data/cache"));
    }

    @Test
    void aBlankVariableIsNone() {
        assertThat(CacheLocation.of(Map.of("TEXT2VEC_CACHE", " "), "Linux", "/home/ada"))
                .isEqualTo(Path.of("/home/ada/.cache/text2vec"));
    }

    @Test
    void linuxFollowsXdg() {
        assertThat(CacheLocation.of(Map.of("XDG_CACHE_HOME", "/xdg"), "Linux", "/home/ada"))
                .isEqualTo(Path.of("/xdg/text2vec"));
        assertThat(CacheLocation.of(Map.of("XDG_CACHE_HOME", "relative"), "Linux", "/home/ada"))
                .isEqualTo(Path.of("/home/ada/.cache/text2vec"));
    }

    @Test
    void macHasItsLibrary() {
        assertThat(CacheLocation.of(Map.of(), "Mac OS X", "/Users/ada"))
                .isEqualTo(Path.of("/Users/ada/Library/Caches/text2vec"));
    }

    @Test
    void windowsHasLocalApplicationData() {
        assertThat(CacheLocation.of(Map.of("LOCALAPPDATA", "/c/local"), "Windows 11", "/c/ada"))
                .isEqualTo(Path.of("/c/local/text2vec"));
        assertThat(CacheLocation.of(Map.of(), "Windows 11", "/c/ada"))
                .isEqualTo(Path.of("/c/ada/AppData/Local/text2vec"));
    }

    @Test
    void aUserWithoutHomeGetsAnAbsolutePath() {
        assertThat(CacheLocation.of(Map.of(), "Linux", "?")).isEqualTo(Path.of("/.cache/text2vec"));
    }
}
