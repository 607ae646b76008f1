package io.text2vec.cluster.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindTest {

    @Test
    void objectsAreOfTheirFunctions() {
        assertThat(kind("GET", "objects")).isEqualTo(Kind.SEARCH);
        assertThat(kind("HEAD", "objects", "Film", "1")).isEqualTo(Kind.SEARCH);
        assertThat(kind("POST", "objects", "validate")).isEqualTo(Kind.SEARCH);
        assertThat(kind("POST", "graphql")).isEqualTo(Kind.SEARCH);
        assertThat(kind("POST", "objects")).isEqualTo(Kind.IMPORT);
        assertThat(kind("DELETE", "batch", "objects")).isEqualTo(Kind.IMPORT);
        assertThat(kind("PUT", "objects", "Film", "1", "references", "by")).isEqualTo(Kind.IMPORT);
    }

    @Test
    void theRestIsOfBoth() {
        assertThat(kind("GET", "schema")).isEqualTo(Kind.READ);
        assertThat(kind("GET", "nodes")).isEqualTo(Kind.READ);
        assertThat(kind("POST", "tokenize")).isEqualTo(Kind.READ);
        assertThat(kind("POST", "schema")).isEqualTo(Kind.CHANGE);
        assertThat(kind("POST", "schema", "Film", "tenants")).isEqualTo(Kind.CHANGE);
        assertThat(kind("DELETE", "aliases", "Movie")).isEqualTo(Kind.CHANGE);
    }

    private static Kind kind(String method, String... path) {
        List<String> whole = new java.util.ArrayList<>(List.of("v1"));
        whole.addAll(List.of(path));
        return Kind.of(HttpMethod.valueOf(method), whole);
    }
}
