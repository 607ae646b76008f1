package io.text2vec.web.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Optional;

/** Weaviate's settings, as they are written in the environment; lists are separated by commas. */
@ConfigMapping(prefix = "text2vec.access")
public interface AccessConfig {

    /** AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED; without it on where nothing else is configured. */
    Optional<String> anonymous();

    /** AUTHENTICATION_APIKEY_ENABLED. */
    @WithName("apikey")
    Optional<String> apiKey();

    /** AUTHENTICATION_APIKEY_ALLOWED_KEYS. */
    Optional<String> keys();

    /** AUTHENTICATION_APIKEY_USERS: one for all keys, or as many as keys. */
    Optional<String> users();

    /** AUTHORIZATION_ADMINLIST_ENABLED. */
    @WithName("adminlist")
    Optional<String> adminList();

    /** AUTHORIZATION_ADMINLIST_USERS. */
    Optional<String> admins();

    /** AUTHORIZATION_ADMINLIST_READONLY_USERS. */
    Optional<String> readers();
}
