package io.text2vec.local;

import io.text2vec.vectors.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The doors that take a text, and how each wants to be asked. */
enum Door {
    VECTORS("/vectors", "{\"text\":\"four\"}"),
    PASSAGE("/vectorize-passage", "{\"text\":\"four\"}"),
    QUERY("/vectorize-query", "[{\"text\":\"four\"}]"),
    STRUCTURED_EVENT("/", """
            {"specversion":"1.0","id":"7","source":"/test","type":"text2vec.vectorize-passage","data":{"text":"four"}}""", "Content-Type", "application/cloudevents+json"),
    BINARY_EVENT(
            "/",
            "{\"text\":\"four\"}",
            "ce-specversion",
            "1.0",
            "ce-id",
            "7",
            "ce-source",
            "/test",
            "ce-type",
            "text2vec.vectorize-query",
            "Content-Type",
            "application/json"),
    EMBEDDINGS("/v1/embeddings", "{\"input\":\"four\"}");

    final String path;
    final String good;
    private final List<String> headers;

    Door(String path, String good, String... headers) {
        this.path = path;
        this.good = good;
        this.headers = List.of(headers);
    }

    /** How its errors begin. */
    String errors() {
        return this == EMBEDDINGS ? "{\"error\":{\"message\":\"" : "{\"error\":\"";
    }

    HttpResponse<String> post(Http http, String body, String... more) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return http.send("POST", path, body, all.toArray(String[]::new));
    }
}
