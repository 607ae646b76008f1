package io.text2vec.runtime.store;

import java.nio.file.Path;
import java.util.Map;

/** Where a platform keeps what can be made again. */
final class CacheLocation {
    private static final String NAME = "text2vec";

    private CacheLocation() {}

    /**
     * @param os {@code os.name}
     * @param home {@code user.home}; the JVM writes {@code ?} for a user who has none
     */
    static Path of(Map<String, String> environment, String os, String home) {
        String chosen = environment.getOrDefault("TEXT2VEC_CACHE", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        Path user = Path.of(home.equals("?") ? "/" : home);
        if (os.startsWith("Windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? user.resolve("AppData").resolve("Local") : Path.of(local)).resolve(NAME);
        }
        if (os.startsWith("Mac")) {
            return user.resolve("Library").resolve("Caches").resolve(NAME);
        }
        // The XDG specification: a relative path is to be ignored.
        Path base = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        return (base.isAbsolute() ? base : user.resolve(".cache")).resolve(NAME);
    }
}
