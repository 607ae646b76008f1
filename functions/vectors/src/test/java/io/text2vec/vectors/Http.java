package io.text2vec.vectors;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** A client of one application. */
public record Http(URI base, HttpClient client) {

    public Http(URI base) {
        this(base, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** Posts to {@code /vectors} as it is, with the headers given as name, value, name, value. */
    public HttpResponse<String> vectors(String body, String... headers) throws IOException, InterruptedException {
        return send("POST", "/vectors", body, headers);
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    public CompletableFuture<HttpResponse<String>> vectorsLater(String body) {
        return later("/vectors", body);
    }

    /** Posts; cancelling what it returns closes the connection. */
    public CompletableFuture<HttpResponse<String>> later(String path, String body) {
        return client.sendAsync(request("POST", path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }
}
