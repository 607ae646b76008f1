package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.vectors.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** How texts are cut into tokens, as clients ask for it from 1.37 on; and the analyzers that they may ask for. */
@QuarkusTest
class TokenizeTest {
    @TestHTTPResource
    URI base;

    private HttpResponse<String> post(String path, String body) throws Exception {
        return new Http(base).send("POST", path, body, "Content-Type", "application/json");
    }

    private void assertTokens(String body, String indexed, String query) throws Exception {
        HttpResponse<String> answer = post("/v1/tokenize", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"indexed\":" + indexed).contains("\"query\":" + query);
    }

    @Test
    void cutsATextAndDropsStopwordsFromQueries() throws Exception {
        assertTokens(
                "{\"text\":\"The Quick fox\",\"tokenization\":\"word\"}",
                "[\"the\",\"quick\",\"fox\"]",
                "[\"quick\",\"fox\"]");
        assertTokens("{\"text\":\" The fox \",\"tokenization\":\"field\"}", "[\"The fox\"]", "[\"The fox\"]");
    }

    @Test
    void takesStopwordsOfTheRequest() throws Exception {
        assertTokens(
                "{\"text\":\"the fox\",\"tokenization\":\"word\",\"stopwords\":{\"preset\":\"none\",\"additions\":[\"fox\"]}}",
                "[\"the\",\"fox\"]",
                "[\"the\"]");
        assertTokens(
                "{\"text\":\"the fox\",\"tokenization\":\"word\",\"analyzerConfig\":{\"stopwordPreset\":\"mine\"},"
                        + "\"stopwordPresets\":{\"mine\":[\"fox\"]}}",
                "[\"the\",\"fox\"]",
                "[\"the\"]");
        assertTokens(
                "{\"text\":\"the fox\",\"tokenization\":\"word\",\"analyzerConfig\":{\"stopwordPreset\":\"none\"}}",
                "[\"the\",\"fox\"]",
                "[\"the\",\"fox\"]");
    }

    @Test
    void namesWhatIsMissingOrNotThere() throws Exception {
        assertThat(post("/v1/tokenize", "{\"text\":\"a\"}").statusCode()).isEqualTo(422);
        assertThat(post("/v1/tokenize", "{\"tokenization\":\"word\"}").statusCode())
                .isEqualTo(422);
        assertThat(post(
                                "/v1/tokenize",
                                "{\"text\":\"a\",\"tokenization\":\"word\",\"analyzerConfig\":{\"asciiFold\":true}}")
                        .body())
                .contains("asciiFold is not supported yet");
        assertThat(post(
                                "/v1/tokenize",
                                "{\"text\":\"a\",\"tokenization\":\"word\",\"stopwords\":{},\"stopwordPresets\":{}}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(
                                "/v1/tokenize",
                                "{\"text\":\"a\",\"tokenization\":\"word\",\"analyzerConfig\":{\"stopwordPreset\":\"mine\"}}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void cutsATextAsAPropertyDoes() throws Exception {
        post(
                "/v1/schema",
                "{\"class\":\"Cut\",\"properties\":[{\"name\":\"title\",\"dataType\":[\"text\"],\"tokenization\":\"word\"},"
                        + "{\"name\":\"year\",\"dataType\":[\"int\"]}],"
                        + "\"invertedIndexConfig\":{\"stopwords\":{\"additions\":[\"fox\"]}}}");
        HttpResponse<String> title = post("/v1/schema/Cut/properties/title/tokenize", "{\"text\":\"Old Fox\"}");
        assertThat(title.body()).contains("\"indexed\":[\"old\",\"fox\"]").contains("\"query\":[\"old\"]");
        assertThat(post("/v1/schema/Cut/properties/year/tokenize", "{\"text\":\"a\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/v1/schema/Cut/properties/other/tokenize", "{\"text\":\"a\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/v1/schema/Nothing/properties/title/tokenize", "{\"text\":\"a\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesTextAnalyzersByTheirName() throws Exception {
        assertThat(post(
                                "/v1/schema",
                                "{\"class\":\"Folded\",\"properties\":[{\"name\":\"title\",\"dataType\":[\"text\"],"
                                        + "\"textAnalyzer\":{\"asciiFold\":true}}]}")
                        .body())
                .contains("textAnalyzer.asciiFold is not supported yet");
        assertThat(post(
                                "/v1/schema",
                                "{\"class\":\"Folded\",\"invertedIndexConfig\":{\"stopwordPresets\":{\"mine\":[\"a\"]}}}")
                        .body())
                .contains("stopwordPresets is not supported yet");
    }

    @Test
    void aNamedVectorWithoutAnIndexTypeGetsTheDefault() throws Exception {
        HttpResponse<String> answer = post(
                "/v1/schema",
                "{\"class\":\"IndexUnsaid\",\"vectorConfig\":{\"default\":{\"vectorizer\":{\"none\":{}}}}}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"vectorIndexType\":\"hnsw\"");
    }
}
