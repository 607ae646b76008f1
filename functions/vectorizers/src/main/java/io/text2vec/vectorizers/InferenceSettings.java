package io.text2vec.vectorizers;

import io.text2vec.web.setting.Switch;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes vectors elsewhere, and how they are called.
 *
 * @param waiting whether an application is ready only when the common ones are
 * @param calls under way at one address for one task
 */
record InferenceSettings(CommonUrls common, AllowedHosts hosts, boolean waiting, Duration timeout, int calls) {
    static final InferenceSettings NONE = new InferenceSettings(
            new CommonUrls(Map.of()), new AllowedHosts(Set.of(), Set.of()), false, Duration.ofSeconds(50), 8);

    /** @throws IllegalArgumentException if a setting makes no sense, naming it */
    static InferenceSettings read(InferenceConfig config) {
        CommonUrls common = CommonUrls.read(given(config.both()), given(config.passage()), given(config.query()));
        if (config.calls() < 1) {
            throw new IllegalArgumentException("TEXT2VEC_INFERENCE_CALLS must be at least 1.");
        }
        if (config.timeout().toMillis() < 1) {
            throw new IllegalArgumentException("MODULES_CLIENT_TIMEOUT must be a time like 50s.");
        }
        return new InferenceSettings(
                common,
                AllowedHosts.read(config.hosts(), common.byTask().values()),
                Switch.on(config.waiting()),
                config.timeout(),
                config.calls());
    }

    private static Optional<String> given(Optional<String> setting) {
        return setting.filter(text -> !text.isBlank());
    }
}
