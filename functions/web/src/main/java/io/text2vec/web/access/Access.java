package io.text2vec.web.access;

import io.text2vec.web.setting.Switch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells callers of collections apart, and what each may do. For any thread. */
@Singleton
public final class Access {
    private final boolean anonymous;
    private final ApiKeys keys;
    private final Permissions permissions;

    @Inject
    Access(AccessConfig config, @ConfigProperty(name = "text2vec.web.tokens") Optional<String> vectorizerTokens) {
        this(config, vectorizerTokens.isPresent());
    }

    /**
     * @param vectorizerGuarded whether the vectorizer's doors have tokens of their own: then nobody means to be open
     * @throws IllegalArgumentException if the settings contradict each other
     */
    public Access(AccessConfig config, boolean vectorizerGuarded) {
        keys = Switch.on(config.apiKey()) ? ApiKeys.of(listed(config.keys()), listed(config.users())) : ApiKeys.NONE;
        anonymous = config.anonymous()
                .filter(word -> !word.isBlank())
                .map(word -> Switch.on(Optional.of(word)))
                .orElse(keys.isEmpty() && !vectorizerGuarded);
        permissions = Switch.on(config.adminList())
                ? Permissions.of(listed(config.admins()), listed(config.readers()))
                : Permissions.EVERYTHING;
    }

    /**
     * Who sends a header.
     *
     * @param authorization value of the header, or null
     * @throws AccessDenied if nobody known does
     */
    public Caller identify(String authorization) {
        Optional<String> key = Bearer.secret(authorization);
        if (key.isEmpty()) {
            if (anonymous) {
                return new Caller.Anonymous();
            }
            throw AccessDenied.unknown("This needs the header Authorization: Bearer with an API key, one of"
                    + " AUTHENTICATION_APIKEY_ALLOWED_KEYS.");
        }
        if (keys.isEmpty()) {
            throw AccessDenied.unknown("An API key was sent and none is configured: leave it out, or set"
                    + " AUTHENTICATION_APIKEY_ENABLED and AUTHENTICATION_APIKEY_ALLOWED_KEYS.");
        }
        return keys.owner(key.get())
                .<Caller>map(Caller.User::new)
                .orElseThrow(() -> AccessDenied.unknown("The API key is none of the allowed ones."));
    }

    /**
     * Lets whoever sends a header read collections, or change them.
     *
     * @param authorization value of the header, or null
     * @throws AccessDenied if he may not
     */
    public void admit(String authorization, boolean changes) {
        Caller caller = identify(authorization);
        if (changes) {
            requireWrite(caller);
        } else {
            requireRead(caller);
        }
    }

    /** @throws AccessDenied if the caller may not read collections */
    public void requireRead(Caller caller) {
        permissions.requireRead(caller);
    }

    /** @throws AccessDenied if the caller may not change collections */
    public void requireWrite(Caller caller) {
        permissions.requireWrite(caller);
    }

    /** Whether there are API keys at all. */
    public boolean hasKeys() {
        return !keys.isEmpty();
    }

    /** Whether a header has a known API key. */
    public boolean knows(String authorization) {
        return Bearer.secret(authorization).flatMap(keys::owner).isPresent();
    }

    private static List<String> listed(Optional<String> names) {
        return names.filter(text -> !text.isBlank())
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
    }
}
