package io.text2vec.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final Map<String, String> TWO_KEYS = Map.of("apikey", "true", "keys", "k1, k2", "users", "ann,bob");

    @Test
    void withNothingConfiguredEverybodyMayDoEverything() {
        Access open = access(Map.of());

        Caller caller = open.identify(null);
        open.requireWrite(caller);

        assertThat(caller.name()).isEqualTo("anonymous");
        assertThat(open.identify("Basic x")).isEqualTo(new Caller.Anonymous());
    }

    @Test
    void aKeyWhereNoneIsConfiguredIsRefused() {
        assertThatThrownBy(() -> access(Map.of()).identify("Bearer k1"))
                .isInstanceOfSatisfying(AccessDenied.class, denied -> assertThat(denied.authenticated())
                        .isFalse())
                .hasMessageContaining("AUTHENTICATION_APIKEY_ENABLED");
    }

    @Test
    void eachKeyHasItsUser() {
        Access access = access(TWO_KEYS);

        assertThat(access.identify("Bearer k1")).isEqualTo(new Caller.User("ann"));
        assertThat(access.identify("bearer k2")).isEqualTo(new Caller.User("bob"));
        assertThat(access.knows("Bearer k2")).isTrue();
        assertThat(access.knows("Bearer k3")).isFalse();
        assertThatThrownBy(() -> access.identify("Bearer k3")).isInstanceOf(AccessDenied.class);
    }

    @Test
    void oneUserMayHaveAllKeys() {
        assertThat(access(Map.of("apikey", "on", "keys", "k1,k2", "users", "ann"))
                        .identify("Bearer k2"))
                .isEqualTo(new Caller.User("ann"));
    }

    @Test
    void keysAndTokensEndAnonymousAccessUnlessItIsSwitchedOn() {
        assertThatThrownBy(() -> access(TWO_KEYS).identify(null)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> new Access(config(Map.of()), true).identify(null))
                .isInstanceOf(AccessDenied.class);

        Map<String, String> both = Map.of("apikey", "true", "keys", "k", "users", "ann", "anonymous", "enabled");
        assertThat(access(both).identify(null)).isEqualTo(new Caller.Anonymous());
    }

    @Test
    void readersReadAndNobodyElseButAdminsWrites() {
        Access access = access(Map.of(
                "apikey",
                "1",
                "keys",
                "k1,k2,k3",
                "users",
                "ann,bob,cid",
                "adminlist",
                "true",
                "admins",
                "ann",
                "readers",
                "bob"));
        Caller ann = access.identify("Bearer k1");
        Caller bob = access.identify("Bearer k2");
        Caller cid = access.identify("Bearer k3");

        access.requireWrite(ann);
        access.requireRead(ann);
        access.requireRead(bob);
        assertThatThrownBy(() -> access.requireWrite(bob))
                .isInstanceOfSatisfying(AccessDenied.class, denied -> assertThat(denied.authenticated())
                        .isTrue());
        assertThatThrownBy(() -> access.requireRead(cid)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void settingsThatContradictEachOtherEndTheStart() {
        assertThatThrownBy(() -> access(Map.of("apikey", "true"))).hasMessageContaining("ALLOWED_KEYS");
        assertThatThrownBy(() -> access(Map.of("apikey", "true", "keys", "k,k", "users", "a")))
                .hasMessageContaining("ALLOWED_KEYS");
        assertThatThrownBy(() -> access(Map.of("apikey", "true", "keys", "a,b,c", "users", "x,y")))
                .hasMessageContaining("AUTHENTICATION_APIKEY_USERS");
        assertThatThrownBy(() -> access(Map.of("adminlist", "true", "admins", "x", "readers", "x")))
                .hasMessageContaining("READONLY");
    }

    private static Access access(Map<String, String> settings) {
        return new Access(config(settings), false);
    }

    private static AccessConfig config(Map<String, String> settings) {
        return new AccessConfig() {
            @Override
            public Optional<String> anonymous() {
                return Optional.ofNullable(settings.get("anonymous"));
            }

            @Override
            public Optional<String> apiKey() {
                return Optional.ofNullable(settings.get("apikey"));
            }

            @Override
            public Optional<String> keys() {
                return Optional.ofNullable(settings.get("keys"));
            }

            @Override
            public Optional<String> users() {
                return Optional.ofNullable(settings.get("users"));
            }

            @Override
            public Optional<String> adminList() {
                return Optional.ofNullable(settings.get("adminlist"));
            }

            @Override
            public Optional<String> admins() {
                return Optional.ofNullable(settings.get("admins"));
            }

            @Override
            public Optional<String> readers() {
                return Optional.ofNullable(settings.get("readers"));
            }
        };
    }
}
