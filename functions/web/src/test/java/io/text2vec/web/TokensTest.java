package io.text2vec.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private final Tokens two = new Tokens(Optional.of(" first, zweites-ß ,"));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer first", "Bearer zweites-ß", "bearer first", "BEARER   first "})
    void admitsEachListedToken(String header) {
        assertThat(two.admit(header)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "first",
                "Basic first",
                "Bearer firs",
                "Bearer first2",
                "Bearer FIRST",
                "Bearer first,"
            })
    void turnsEverythingElseAway(String header) {
        assertThat(two.admit(header)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"Bearer whatever", "Basic x"})
    void withoutTokensTheHeaderIsIgnored(String header) {
        assertThat(new Tokens(Optional.empty()).admit(header)).isTrue();
    }

    @Test
    void aListWithoutATokenDoesNotOpenTheDoors() {
        assertThatThrownBy(() -> new Tokens(Optional.of(" , ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AUTHENTICATION_ALLOWED_TOKENS");
    }
}
