package io.text2vec.vectors.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.text2vec.embedder.Embedding;
import io.text2vec.web.Json;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * Answer of {@code POST /v1/embeddings}: {@code {"object": "list", "data": [{"object": "embedding", "index": 0,
 * "embedding": ...}], "model": "...", "usage": {"prompt_tokens": 3, "total_tokens": 3}}}, in the order of the input.
 */
final class EmbeddingsAnswer {
    private EmbeddingsAnswer() {}

    static Buffer write(List<Embedding> embeddings, VectorEncoding encoding, String model) {
        StringBuilder out = new StringBuilder("{\"object\":\"list\",\"data\":[");
        long tokens = 0;
        for (int i = 0; i < embeddings.size(); i++) {
            out.append(i == 0 ? "" : ",").append("{\"object\":\"embedding\",\"index\":");
            out.append(i).append(",\"embedding\":");
            encoding.append(out, embeddings.get(i).vector());
            out.append('}');
            tokens += embeddings.get(i).tokens();
        }
        Json.quote(out.append("],\"model\":"), model);
        out.append(",\"usage\":{\"prompt_tokens\":").append(tokens);
        out.append(",\"total_tokens\":").append(tokens).append("}}");
        return Buffer.buffer(out.toString().getBytes(UTF_8));
    }
}
