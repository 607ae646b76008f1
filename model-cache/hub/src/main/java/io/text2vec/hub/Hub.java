package io.text2vec.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hub's public HTTP interface, as far as fetching a model needs it:
 * <ul>
 *   <li>{@code GET /api/models/<id>/revision/<revision>?blobs=true}: commit, and the files with sizes and checksums
 *   <li>{@code HEAD} and {@code GET /<id>/resolve/<commit>/<file>}: a file, large ones behind a redirect to another host, with
 *       {@code X-Linked-Etag} and {@code X-Linked-Size} beside it
 * </ul>
 * Answers that may be others later become an {@link IOException}, all others a {@link HubException}.
 */
/*
 * Redirects are followed here and not by the client: the headers that tell size and checksum are those of the answer that
 * redirects, and the token is for the hub alone. A presigned address of a storage service refuses a request that carries one.
 */
final class Hub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_REDIRECTS = 8;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final HubSettings settings;
    private final HttpClient client;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    Hub(HubSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                // Each file a connection of its own: faster here than streams that share one.
                .version(Version.HTTP_1_1)
                .connectTimeout(settings.patience())
                .build();
    }

    String endpoint() {
        return settings.endpoint().toString();
    }

    /** What a model has at a revision: a branch, a tag or a commit. */
    Listing list(String id, String revision) throws IOException {
        URI address =
                URI.create(endpoint() + "/api/models/" + path(id) + "/revision/" + encoded(revision) + "?blobs=true");
        Answer answer = ask(HttpRequest.newBuilder(address), address);
        try (InputStream body = WatchedStream.over(answer.body(), settings.patience())) {
            check(answer, id, revision);
            return listing(JSON.readTree(body), id);
        }
    }

    /** A file's size and checksum, from its own headers. */
    RemoteFile describe(Listing listing, String name) throws IOException {
        URI address = address(listing, name);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method("HEAD", BodyPublishers.noBody());
        Answer answer = ask(request, address);
        try (InputStream _ = answer.body()) {
            check(answer, listing.id(), listing.commit());
            Optional<Checksum> sum = Stream.of("X-Linked-Etag", "ETag")
                    .flatMap(header -> answer.seen(header).stream())
                    .flatMap(etag -> Checksum.ofEtag(etag).stream())
                    .findFirst();
            OptionalLong size = Stream.of("X-Linked-Size", "Content-Length")
                    .flatMap(header -> answer.seen(header).stream())
                    .mapToLong(Long::parseLong)
                    .findFirst();
            if (sum.isEmpty() || size.isEmpty()) {
                throw new HubException.Damaged("The hub at " + endpoint() + " tells no checksum of " + name + " of "
                        + listing.id() + "; HF_ENDPOINT must name a hub that sends X-Linked-Etag or a git ETag");
            }
            return new RemoteFile(name, size.getAsLong(), sum.get());
        }
    }

    /**
     * Opens a file.
     *
     * @param from the byte to start at; the answer may start at 0 all the same
     * @param etag what the server called the content when the bytes before were fetched
     * @return the caller's to close
     */
    Content open(Listing listing, RemoteFile file, long from, Optional<String> etag) throws IOException {
        URI address = address(listing, file.name());
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
            etag.ifPresent(value -> request.header("If-Range", value));
        }
        Answer answer = ask(request, address);
        int status = answer.response().statusCode();
        if (status == RANGE_NOT_SATISFIABLE) {
            answer.body().close();
            return open(listing, file, 0, Optional.empty());
        }
        try {
            check(answer, listing.id(), listing.commit());
        } catch (IOException | HubException e) {
            answer.body().close();
            throw e;
        }
        return new Content(
                status == PARTIAL ? start(answer.response().headers()) : 0,
                answer.response().headers().firstValue("ETag").filter(value -> !value.startsWith("W/")),
                WatchedStream.over(answer.body(), settings.patience()));
    }

    @Override
    public void close() {
        senders.shutdownNow();
        client.shutdownNow();
    }

    /**
     * @param seen the headers of every answer on the way, the hub's own first
     * @param response the last answer
     */
    private record Answer(List<HttpHeaders> headers, HttpResponse<InputStream> response) {

        InputStream body() {
            return response.body();
        }

        Optional<String> seen(String header) {
            return headers.stream()
                    .flatMap(all -> all.firstValue(header).stream())
                    .findFirst();
        }
    }

    private Answer ask(HttpRequest.Builder request, URI first) throws IOException {
        List<HttpHeaders> seen = new ArrayList<>();
        URI address = first;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpRequest.Builder next = request.copy().uri(address).header("User-Agent", "text2vec");
            if (settings.token().isPresent() && isHub(address)) {
                next.header("Authorization", "Bearer " + settings.token().get().secret());
            }
            HttpResponse<InputStream> response = send(next.build());
            seen.add(response.headers());
            Optional<String> location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return new Answer(seen, response);
            }
            response.body().close();
            address = address.resolve(location.get());
        }
        throw new IOException("more than " + MOST_REDIRECTS + " redirects from " + first);
    }

    /**
     * The client's own timeout is not used: whether it covers the body, too, differs between releases of Java. Nor is its
     * {@code sendAsync}, which completes on the common pool, where on a small machine the caller may hold the only thread.
     */
    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        var sent = senders.submit(() -> client.send(request, BodyHandlers.ofInputStream()));
        try {
            return sent.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IOException("no answer for " + settings.patience().toMillis() / 1000.0 + " s", e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }

    private boolean isHub(URI address) {
        URI hub = settings.endpoint();
        return hub.getScheme().equalsIgnoreCase(address.getScheme())
                && hub.getHost().equalsIgnoreCase(address.getHost())
                && hub.getPort() == address.getPort();
    }

    private void check(Answer answer, String id, String revision) throws IOException {
        int status = answer.response().statusCode();
        String code = answer.seen("X-Error-Code").orElse("");
        switch (status) {
            case OK, PARTIAL -> {}
            case 401 -> throw new HubException.NotAllowed(unknown(id));
            case 403 ->
                throw new HubException.NotAllowed("The hub at " + endpoint() + " does not let this user fetch " + id
                        + (code.equals("GatedRepo") || settings.token().isEmpty()
                                ? ": it is gated. Accept its terms at " + endpoint() + "/" + id
                                : ". Ask for access at " + endpoint() + "/" + id)
                        + " and set HF_TOKEN to a token of the same account that may read");
            case 404 ->
                throw new HubException.NotFound(
                        switch (code) {
                            case "RevisionNotFound" ->
                                id + " has no revision " + revision + " on " + endpoint()
                                        + "; name a branch, a tag or a commit that its page shows";
                            case "EntryNotFound" ->
                                "A file that " + id + " lists is not on " + endpoint() + "; HF_ENDPOINT may name a"
                                        + " mirror that is incomplete";
                            default ->
                                "The hub at " + endpoint() + " has no model " + id
                                        + "; check the spelling, organisation and name, and HF_ENDPOINT";
                        });
            default -> {
                if (status == 429 || status == 408 || status / 100 == 5) {
                    throw new Passing(status, retryAfter(answer.response().headers()));
                }
                throw new HubException.Unreachable(
                        "The hub at " + endpoint() + " answers " + id + " with HTTP status " + status
                                + ", which is none that a hub gives; check HF_ENDPOINT",
                        null);
            }
        }
    }

    private String unknown(String id) {
        return settings.token()
                .map(token -> "The hub at " + endpoint() + " does not accept the token from " + token.from() + " for "
                        + id + "; make a new one that may read, or unset it if the model is public")
                .orElse(
                        "The hub at " + endpoint() + " does not show " + id + " to somebody without a token: either no"
                                + " model has this name, then check the spelling, or it is private or gated, then set HF_TOKEN");
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After").map(String::strip).flatMap(value -> {
            if (value.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            try {
                Instant when = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                Duration wait = Duration.between(Instant.now(), when);
                return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
            } catch (DateTimeParseException noDate) {
                return Optional.empty();
            }
        });
    }

    /** The first byte of a partial answer: {@code Content-Range: bytes <first>-<last>/<size>}. */
    private static long start(HttpHeaders headers) throws IOException {
        String range = headers.firstValue("Content-Range").orElse("");
        if (!range.matches("bytes \\d{1,18}-.*")) {
            throw new IOException("a part without Content-Range");
        }
        return Long.parseLong(range.substring("bytes ".length(), range.indexOf('-')));
    }

    private Listing listing(JsonNode answer, String asked) throws IOException {
        String commit = answer.path("sha").asText("");
        if (!commit.matches("[0-9a-f]{40}") || !answer.path("siblings").isArray()) {
            throw new IOException("an answer that is no hub's: it names no commit and no files");
        }
        Map<String, Optional<RemoteFile>> files = new LinkedHashMap<>();
        for (JsonNode file : answer.path("siblings")) {
            String name = file.path("rfilename").asText();
            files.put(name, described(name, file));
        }
        return new Listing(answer.path("id").asText(asked), commit, files);
    }

    private static Optional<RemoteFile> described(String name, JsonNode file) {
        JsonNode lfs = file.path("lfs");
        JsonNode size = lfs.path("size").isNumber() ? lfs.path("size") : file.path("size");
        String sum = lfs.path("sha256")
                .asText(lfs.path("oid").asText(file.path("blobId").asText("")));
        return size.isNumber()
                ? Checksum.ofEtag(sum).map(checksum -> new RemoteFile(name, size.asLong(), checksum))
                : Optional.empty();
    }

    private URI address(Listing listing, String name) {
        return URI.create(
                endpoint() + "/" + path(listing.id()) + "/resolve/" + encoded(listing.commit()) + "/" + path(name));
    }

    private static String path(String name) {
        return Stream.of(name.split("/")).map(Hub::encoded).collect(Collectors.joining("/"));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
