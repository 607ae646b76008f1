package io.text2vec.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CloudEventsTest {
    private static final String JSON = "application/cloudevents+json";
    private static final String ONE = "{\"text\":\"hello\",\"vector\":[5.0,0.5,-1.0E-7],\"dim\":3,\"dims\":3}";

    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    private Http http;

    @BeforeEach
    void reset() {
        embedder.reset();
        http = new Http(base);
    }

    @Test
    void aStructuredEventIsAnsweredByAStructuredOne() throws Exception {
        HttpResponse<String> answer = structured("""
                {"specversion": "1.0", "id": "7", "source": "https://shop/items", "type": "text2vec.vectorize-passage",
                 "subject": "item 7", "dataschema": "https://shop/schema", "partitionkey": "p",
                 "data": {"text": "hello"}}""");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(JSON));
        assertDone(answer, "text2vec.vectorize-passage.done", "/vectorize-passage");
    }

    @Test
    void aBinaryEventIsAnsweredByABinaryOne() throws Exception {
        HttpResponse<String> answer = binary(
                "{\"text\":\"hello\"}",
                "ce-specversion",
                "1.0",
                "ce-id",
                "7",
                "ce-source",
                "https://shop/items",
                "ce-type",
                "text2vec.vectorize-query",
                "ce-subject",
                "item 7",
                "ce-partitionkey",
                "p");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo(ONE);
        assertDone(answer, "text2vec.vectorize-query.done", "/vectorize-query");
    }

    private static void assertDone(HttpResponse<String> answer, String type, String source) {
        CloudEvent done = eventOf(answer);
        assertThat(done.getSpecVersion()).hasToString("1.0");
        assertThat(done.getType()).isEqualTo(type);
        assertThat(done.getSource()).hasToString(source);
        assertThat(done.getSubject()).isEqualTo("item 7");
        assertThat(done.getDataSchema()).isNull();
        assertThat(done.getDataContentType()).isEqualTo("application/json");
        assertThat(done.getExtension("partitionkey")).isEqualTo("p");
        assertThat(done.getExtension("causationid")).isEqualTo("7");
        assertThat(done.getId()).isNotEqualTo("7");
        assertThat(done.getTime()).isNotNull();
    }

    @Test
    void aSecondDeliveryIsAnsweredWithTheSameId() throws Exception {
        String first = eventOf(structured(event("1", "{\"text\":\"a\"}"))).getId();
        assertThat(eventOf(structured(event("1", "{\"text\":\"a\"}"))).getId()).isEqualTo(first);
        assertThat(eventOf(structured(event("2", "{\"text\":\"a\"}"))).getId()).isNotEqualTo(first);
    }

    @Test
    void theDataIsWhatTheFunctionTakes() throws Exception {
        assertThat(structured(event("1", "{\"text\":\"hello\"}")).body()).contains("\"data\":" + ONE);
        assertThat(structured(event("1", "[{\"text\":\"hello\"},{\"text\":\"a\"}]"))
                        .body())
                .contains("\"data\":[" + ONE + ",{\"text\":\"a\",");
        assertThat(structured(event("1", "{\"text\":\"a\",\"config\":{\"task_type\":\"passage\"}}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(embedder.asked())
                .extracting(EmbedRequest::taskType)
                .containsExactly(
                        Optional.of("query"), Optional.of("query"), Optional.of("query"), Optional.of("passage"));
    }

    @Test
    void dataMayBeBase64() throws Exception {
        String event = """
                {"specversion": "1.0", "id": "7", "source": "/test", "type": "text2vec.vectorize-passage",
                 "datacontenttype": "application/json", "data_base64": "eyJ0ZXh0IjoiaGVsbG8ifQ=="}""";
        assertThat(structured(event).body()).contains("\"data\":" + ONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'specversion':'1.0','id':'1','source':'/t','type':'text2vec.else','data':{'text':'a'}}",
                "400 | {'specversion':'1.0','id':'1','source':'/t','type':'text2vec.vectorize-query'}",
                "400 | {'specversion':'1.0','source':'/t','type':'text2vec.vectorize-query','data':{'text':'a'}}",
                "400 | {'specversion':'9','id':'1','source':'/t','type':'text2vec.vectorize-query','data':{'text':'a'}}",
                "400 | {'id':'1','source':'/t','type':'text2vec.vectorize-query','data':{'text':'a'}}",
                "400 | {'specversion':'1.0','id':'1','source':'/t x','type':'text2vec.vectorize-query','data':{}}",
                "422 | {'specversion':'1.0','id':'1','source':'/t','type':'text2vec.vectorize-query','data':{}}",
                "422 | {'specversion':'1.0','id':'1','source':'/t','type':'text2vec.vectorize-query','data':7}",
                "400 | []",
                "400 | 7",
            })
    void whatStaysWrongIsForTheDeadLetterSink(int status, String event) throws Exception {
        assertRefused(status, structured(event.replace('\'', '"')));
        assertThat(embedder.asked()).isEmpty();
    }

    @Test
    void anUnknownTypeIsToldTheKnownOnes() throws Exception {
        HttpResponse<String> answer = binary(
                "{\"text\":\"a\"}",
                "ce-specversion",
                "1.0",
                "ce-id",
                "1",
                "ce-source",
                "/t",
                "ce-type",
                "text2vec.vectorize-passage.done");
        assertRefused(400, answer);
        assertThat(answer.body()).contains("text2vec.vectorize-passage, text2vec.vectorize-query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cloudevents-batch+json", "application/cloudevents+avro"})
    void otherFormatsAre415(String type) throws Exception {
        assertRefused(415, http.send("POST", "/", "[]", "Content-Type", type));
    }

    @Test
    void whatIsNoEventIsToldWhatIs() throws Exception {
        HttpResponse<String> answer = http.send("POST", "/", "{\"text\":\"a\"}", "Content-Type", "application/json");
        assertRefused(400, answer);
        assertThat(answer.body()).contains(JSON, "ce-type");
    }

    private static void assertRefused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"");
    }

    private HttpResponse<String> structured(String event) throws Exception {
        return http.send("POST", "/", event, "Content-Type", JSON + "; charset=utf-8");
    }

    private HttpResponse<String> binary(String data, String... headers) throws Exception {
        return http.send("POST", "/", data, headers);
    }

    private static String event(String id, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/t\","
                + "\"type\":\"text2vec.vectorize-query\",\"data\":" + data + "}";
    }

    private static CloudEvent eventOf(HttpResponse<String> answer) {
        return HttpMessageFactory.createReaderFromMultimap(
                        answer.headers().map(), answer.body().getBytes(UTF_8))
                .toEvent();
    }
}
