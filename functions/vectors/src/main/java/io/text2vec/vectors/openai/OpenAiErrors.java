package io.text2vec.vectors.openai;

import io.text2vec.web.ErrorShape;
import io.text2vec.web.Failure;
import io.text2vec.web.Json;
import jakarta.inject.Singleton;

/**
 * OpenAI's errors: {@code {"error": {"message": "...", "type": "...", "param": null, "code": null}}}. A request that
 * makes no sense is 400 there, not 422.
 */
@Singleton
final class OpenAiErrors implements ErrorShape {

    @Override
    public boolean covers(String path) {
        return path.equals(EmbeddingsDoor.PATH) || path.equals(EmbeddingsDoor.PATH + "/");
    }

    @Override
    public int statusOf(Failure failure) {
        return failure.status() == 422 ? 400 : failure.status();
    }

    @Override
    public String write(Failure failure) {
        StringBuilder out = new StringBuilder("{\"error\":{\"message\":");
        Json.quote(out, failure.sentence());
        out.append(",\"type\":\"").append(typeOf(failure.status()));
        return out.append("\",\"param\":null,\"code\":")
                .append(codeOf(failure.status()))
                .append("}}")
                .toString();
    }

    private static String typeOf(int status) {
        return switch (status) {
            case 429 -> "rate_limit_error";
            case 500, 503, 504 -> "server_error";
            default -> "invalid_request_error";
        };
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 401 -> "\"invalid_api_key\"";
            case 429 -> "\"rate_limit_exceeded\"";
            default -> "null";
        };
    }
}
