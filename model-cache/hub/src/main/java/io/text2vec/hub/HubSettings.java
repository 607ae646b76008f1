package io.text2vec.hub;

import io.text2vec.runtime.store.CacheDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the hub is, who asks, and where its files lie on this machine, under the names that the hub's own client uses.
 *
 * @param endpoint {@code HF_ENDPOINT}, without a slash at its end
 * @param token {@code HF_TOKEN}, else the file that the hub's client leaves at a login
 * @param own where pulled models are put, below {@code TEXT2VEC_CACHE}
 * @param others caches of the hub's client: read only
 * @param offline the variable that forbids to ask the hub, if one does
 * @param patience how long the hub may send nothing before the connection counts as broken
 */
public record HubSettings(
        URI endpoint, Optional<Token> token, Path own, List<Path> others, Optional<String> offline, Duration patience) {

    private static final String PUBLIC_HUB = "https://huggingface.co";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What proves who asks.
     *
     * @param from the setting or file that it comes from, for messages
     */
    public record Token(String secret, String from) {

        @Override
        public String toString() {
            return "a token from " + from;
        }
    }

    /** Settings of this process: environment variables, or system properties of the same names, which win. */
    public static HubSettings ofProcess() {
        return read(
                name -> System.getProperty(name, System.getenv(name)),
                CacheDirectory.ofEnvironment().root(),
                Path.of(System.getProperty("user.home")));
    }

    /**
     * @param environment from a variable's name to its value or null
     * @param cache the cache directory
     * @throws HubException.BadSetting if a value is none
     */
    static HubSettings read(UnaryOperator<String> environment, Path cache, Path home) {
        Environment names = new Environment(environment);
        Path huggingFace = names.path("HF_HOME").orElseGet(() -> names.path("XDG_CACHE_HOME")
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".cache"))
                .resolve("huggingface"));
        List<Path> others = new ArrayList<>();
        names.path("HF_HUB_CACHE").or(() -> names.path("HUGGINGFACE_HUB_CACHE")).ifPresent(others::add);
        if (others.isEmpty()) {
            others.add(huggingFace.resolve("hub"));
        }
        return new HubSettings(
                names.endpoint("HF_ENDPOINT", PUBLIC_HUB),
                token(names, huggingFace),
                cache.resolve("hub"),
                others,
                List.of("TEXT2VEC_OFFLINE", "HF_HUB_OFFLINE").stream()
                        .filter(names::isOn)
                        .findFirst(),
                names.seconds("HF_HUB_DOWNLOAD_TIMEOUT").orElse(PATIENCE));
    }

    private static Optional<Token> token(Environment names, Path huggingFace) {
        for (String name : new String[] {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}) {
            Optional<String> secret = names.text(name);
            if (secret.isPresent()) {
                return Optional.of(new Token(secret.get(), name));
            }
        }
        if (names.isOn("HF_HUB_DISABLE_IMPLICIT_TOKEN")) {
            return Optional.empty();
        }
        Path file = names.path("HF_TOKEN_PATH").orElse(huggingFace.resolve("token"));
        try {
            return Files.isReadable(file)
                    ? Optional.of(Files.readString(file).strip())
                            .filter(secret -> !secret.isEmpty())
                            .map(secret -> new Token(secret, file.toString()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new HubException.BadSetting(
                    "The token in " + file + " can't be read (" + e.getMessage() + "); set HF_TOKEN instead");
        }
    }
}
