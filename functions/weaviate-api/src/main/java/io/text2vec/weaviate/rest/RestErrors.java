package io.text2vec.weaviate.rest;

import io.text2vec.web.ErrorShape;
import io.text2vec.web.Failure;
import io.text2vec.web.Json;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * The contract's two shapes: {@code {"code":400,"message":"..."}} for what is wrong with the request as such, and
 * {@code {"error":[{"message":"..."}]}} for what is wrong with what it asks for.
 */
@Singleton
final class RestErrors implements ErrorShape {
    private static final Set<Integer> OF_THE_REQUEST = Set.of(400, 401, 404, 405, 413, 415);

    @Override
    public boolean covers(String path) {
        return RestPaths.isOurs(path);
    }

    @Override
    public String write(Failure failure) {
        StringBuilder out = new StringBuilder();
        if (OF_THE_REQUEST.contains(failure.status())) {
            out.append("{\"code\":").append(failure.status()).append(",\"message\":");
            return Json.quote(out, failure.sentence()).append('}').toString();
        }
        out.append("{\"error\":[{\"message\":");
        return Json.quote(out, failure.sentence()).append("}]}").toString();
    }
}
