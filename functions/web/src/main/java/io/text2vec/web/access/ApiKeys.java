package io.text2vec.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * API keys and whose they are.
 *
 * @param owners as many as keys
 */
record ApiKeys(List<String> keys, List<String> owners) {
    static final ApiKeys NONE = new ApiKeys(List.of(), List.of());

    /** @throws IllegalArgumentException unless every key is there once and has an owner */
    static ApiKeys of(List<String> keys, List<String> users) {
        if (keys.isEmpty() || keys.contains("") || new HashSet<>(keys).size() != keys.size()) {
            throw new IllegalArgumentException(
                    "AUTHENTICATION_APIKEY_ALLOWED_KEYS must list keys between commas, none of"
                            + " them empty or twice, when AUTHENTICATION_APIKEY_ENABLED is on");
        }
        if (users.contains("") || users.size() != 1 && users.size() != keys.size()) {
            throw new IllegalArgumentException("AUTHENTICATION_APIKEY_USERS must list one user for all keys or one for"
                    + " each of the " + keys.size() + " keys, not " + users.size());
        }
        return new ApiKeys(
                keys,
                keys.stream()
                        .map(key -> users.size() == 1 ? users.getFirst() : users.get(keys.indexOf(key)))
                        .toList());
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Looks at all of them, so that the time taken tells nothing. */
    Optional<String> owner(String given) {
        byte[] bytes = given.getBytes(UTF_8);
        Optional<String> owner = Optional.empty();
        for (int i = 0; i < keys.size(); i++) {
            if (MessageDigest.isEqual(bytes, keys.get(i).getBytes(UTF_8))) {
                owner = Optional.of(owners.get(i));
            }
        }
        return owner;
    }
}
