package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.collections.schema.Schema;
import io.text2vec.embedder.EmbedException;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code import} and {@code search} by name and as events, on the embedded engine. */
@QuarkusTest
class CollectionFunctionsTest {
    private static final String ID = "00000000-0000-0000-0000-000000000001";
    private static final String OTHER = "00000000-0000-0000-0000-000000000002";

    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    @Inject
    Schema schema;

    private Http http;

    @BeforeEach
    void twoFilms() throws Exception {
        embedder.reset();
        http = new Http(base);
        schema.delete("Film");
        schema.create(Map.of(
                "class",
                "Film",
                "vectorizer",
                "text2vec-transformers",
                "properties",
                List.of(
                        Map.of("name", "title", "dataType", List.of("text")),
                        Map.of("name", "year", "dataType", List.of("int")))));
        HttpResponse<String> answer = post("/import", """
                {"collection": "Film", "objects": [
                 {"id": "%s", "properties": {"title": "Jaws", "year": 1975}},
                 {"id": "%s", "properties": {"title": "The Beach", "year": 2000}}]}""".formatted(ID, OTHER));
        assertThat(answer.body()).isEqualTo("""
                {"successful":2,"failed":0,"objects":[{"id":"%s","status":"SUCCESS"},{"id":"%s","status":"SUCCESS"}]}""".formatted(ID, OTHER));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send("POST", path, body);
    }

    @Test
    void wordsFindObjectsWithTheirScore() throws Exception {
        HttpResponse<String> answer = post("/search", """
                {"collection": "film", "bm25": "beach", "properties": ["title"]}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith(
                        "{\"objects\":[{\"id\":\"" + OTHER + "\",\"properties\":{\"title\":\"The Beach\"},\"score\":")
                .doesNotContain(ID);
    }

    @Test
    void aTextFindsObjectsWithTheirDistance() throws Exception {
        HttpResponse<String> answer = post("/search", """
                {"collection": "Film", "nearText": {"concepts": ["x"]}, "limit": 1, "vector": true}""");

        assertThat(answer.body())
                .contains("\"distance\":")
                .contains("\"vector\":[")
                .doesNotContain("score");
        assertThat(embedder.asked().getLast().taskType()).contains("query");
    }

    @Test
    void aFilterNarrowsAHybridSearch() throws Exception {
        HttpResponse<String> answer = post("/search", """
                {"collection": "Film", "hybrid": {"query": "jaws", "alpha": 0.5, "properties": ["title^2"]},
                 "filter": {"path": ["year"], "operator": "LessThan", "valueInt": 1980}}""");

        assertThat(answer.body()).contains(ID).contains("\"score\":").doesNotContain(OTHER);
    }

    @Test
    void eachObjectFailsForItself() throws Exception {
        HttpResponse<String> answer = post("/import", """
                {"collection": "Film", "objects": [{"properties": {"title": 3}},
                 {"properties": {"title": "Up"}, "vector": [1]}, {"properties": {"title": "Up"}}]}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"successful\":1,\"failed\":2,\"objects\":[{\"status\":\"FAILED\",\"error\":\"");
    }

    @Test
    void eventsAreAnsweredByDone() throws Exception {
        HttpResponse<String> imported = event("import", """
                {"collection": "Film", "objects": [{"properties": {"title": "Alien"}}]}""");
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
        assertThat(imported.body())
                .contains("\"type\":\"text2vec.import.done\"")
                .contains("\"successful\":1");

        HttpResponse<String> found = event("search", "{\"collection\": \"Film\", \"bm25\": \"alien\"}");
        assertThat(found.body()).contains("\"type\":\"text2vec.search.done\"").contains("Alien");
    }

    private HttpResponse<String> event(String function, String data) throws Exception {
        return http.send(
                "POST",
                "/",
                "{\"specversion\":\"1.0\",\"id\":\"7\",\"source\":\"/test\",\"type\":\"text2vec." + function
                        + "\",\"data\":" + data + "}",
                "Content-Type",
                "application/cloudevents+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"collection\":\"Film\"}",
                "{\"collection\":\"Nothing\",\"bm25\":\"x\"}",
                "{\"collection\":\"Film\",\"bm25\":\"x\",\"nearText\":\"x\"}",
                "{\"collection\":\"Film\",\"bm25\":\"x\",\"limitt\":1}",
                "{\"collection\":\"Film\",\"bm25\":\"x\",\"limit\":10001}",
                "{\"collection\":\"Film\",\"bm25\":\"x\",\"properties\":[\"cast\"]}",
                "{\"collection\":\"Film\",\"bm25\":\"x\",\"filter\":{\"operator\":\"Odd\"}}",
                "{\"bm25\":\"x\"}"
            })
    void whatStaysWrongIs422(String query) throws Exception {
        HttpResponse<String> answer = post("/search", query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).startsWith("{\"error\":\"");
        assertThat(event("search", query).statusCode()).isEqualTo(422);
    }

    @Test
    void anImportOfSomethingElseIs422() throws Exception {
        assertThat(post("/import", "{\"collection\":\"Film\"}").statusCode()).isEqualTo(422);
        assertThat(post("/import", "{\"objects\":[]}").statusCode()).isEqualTo(422);
        assertThat(post("/import", "{\"collection\":\"Film\",\"objects\":[3]}").statusCode())
                .isEqualTo(422);
        assertThat(post("/import", "[]").statusCode()).isEqualTo(400);
    }

    @Test
    void overloadIs429() throws Exception {
        embedder.answer(request ->
                CompletableFuture.failedFuture(new EmbedException.Busy("The queue is full", Duration.ofSeconds(3))));

        assertThat(post("/search", "{\"collection\":\"Film\",\"nearText\":\"x\"}")
                        .statusCode())
                .isEqualTo(429);
        assertThat(post("/import", "{\"collection\":\"Film\",\"objects\":[{\"properties\":{\"title\":\"Up\"}}]}")
                        .statusCode())
                .isEqualTo(429);
    }
}
