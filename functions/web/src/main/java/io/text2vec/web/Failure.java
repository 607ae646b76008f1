package io.text2vec.web;

import io.text2vec.embedder.EmbedException;
import io.text2vec.web.access.AccessDenied;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Why a request got no answer, before a door's {@link ErrorShape} writes it.
 *
 * @param status HTTP status, 400 to 599
 * @param sentence what was expected, what came, which setting to change; never the user's text
 * @param headers what the status asks for beside the body
 */
public record Failure(int status, String sentence, Map<String, String> headers) {
    /** What a client is told to wait for a function that starts or stops: both take a fraction of a second. */
    private static final Duration STARTING_OR_STOPPING = Duration.ofSeconds(1);

    /** What a client is told to wait where only other clients know how long they take: the least there is. */
    private static final Duration OTHERS_ANSWERED = Duration.ofSeconds(1);

    public Failure {
        headers = Map.copyOf(headers);
    }

    /** A failure without headers of its own. */
    public Failure(int status, String sentence) {
        this(status, sentence, Map.of());
    }

    /** The one place where a failure of the library gets its status. */
    public static Failure of(EmbedException failure) {
        String sentence = failure.getMessage();
        return switch (failure) { // no default: a new failure does not compile until it has a status
            case EmbedException.BadInput _ -> new Failure(422, sentence);
            case EmbedException.TooLong _ -> new Failure(413, sentence);
            case EmbedException.Busy busy -> busy(sentence, busy.retryAfter());
            case EmbedException.NotReady _ -> unavailable(sentence);
            case EmbedException.NoModel _ -> new Failure(501, sentence);
            case EmbedException.DeadlinePassed _ -> new Failure(504, sentence);
            case EmbedException.RuntimeFailed _ -> new Failure(500, sentence);
        };
    }

    /** What anything that was thrown means to a client. */
    public static Failure of(Throwable thrown) {
        return switch (thrown) {
            case EmbedException failure -> of(failure);
            case Refusal refusal -> refusal.failure();
            case AccessDenied denied -> of(denied);
            case HttpException known -> ofStatus(known.getStatusCode());
            case CompletionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
            case ExecutionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
            default -> ofStatus(500);
        };
    }

    private static Failure of(AccessDenied denied) {
        return denied.authenticated()
                ? new Failure(403, denied.getMessage())
                : new Failure(401, denied.getMessage(), Map.of("WWW-Authenticate", "Bearer"));
    }

    /** A failure of which the framework tells the status alone. */
    static Failure ofStatus(int status) {
        return switch (status) {
            case 400 -> new Failure(400, "The request is not valid HTTP.");
            case 404 -> new Failure(404, "There is nothing at this path.");
            case 413 -> new Failure(413, "The body is larger than this function takes.");
            case 500 -> new Failure(500, "An internal error; the function's log tells more.");
            default -> new Failure(status, "The request failed with status " + status + ".");
        };
    }

    /** A function that starts or stops: the same request succeeds a moment later, here or elsewhere. */
    public static Failure unavailable(String sentence) {
        return new Failure(503, sentence, retryAfter(STARTING_OR_STOPPING));
    }

    /** Too much at once: the same request succeeds when others have been answered. */
    static Failure busy(String sentence) {
        return busy(sentence, OTHERS_ANSWERED);
    }

    /** Too much at once: the same request succeeds after the wait. */
    public static Failure busy(String sentence, Duration wait) {
        return new Failure(429, sentence, retryAfter(wait));
    }

    private static Map<String, String> retryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()); // the header has whole seconds
        return Map.of("Retry-After", Long.toString(seconds));
    }
}
