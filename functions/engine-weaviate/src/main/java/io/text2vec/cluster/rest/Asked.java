package io.text2vec.cluster.rest;

import io.text2vec.cluster.client.Cluster;
import io.text2vec.cluster.client.RestReply;
import io.text2vec.collections.schema.Names;
import io.text2vec.web.JsonTree;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;

/**
 * A request whose body is there.
 *
 * @param uri path and query as they came
 * @param path its parts, decoded, from {@code v1} on
 * @param query parameters
 * @param headers as Weaviate is to see them
 */
record Asked(HttpMethod method, String uri, List<String> path, MultiMap query, MultiMap headers, Buffer body) {
    private static final String EXAMPLE = "an object as in Weaviate's contract";

    /** @throws io.text2vec.web.Refusal 400 if it is no object */
    Map<String, Object> json() {
        return JsonTree.object(body.getBytes(), EXAMPLE);
    }

    /** The class that the path names. */
    String collection() {
        return Names.collection(path.get(2));
    }

    /** Asks Weaviate the same. */
    RestReply same(Cluster cluster) {
        return cluster.send(method, uri, headers, body.length() == 0 ? null : body);
    }

    /** Asks Weaviate the same with another body. */
    RestReply with(Cluster cluster, Object json) {
        return cluster.send(method, uri, headers, written(json));
    }

    /** Gives an answer with another body. */
    static RestReply answer(RestReply reply, Object json) {
        return new RestReply(reply.status(), reply.headers(), written(json));
    }

    private static Buffer written(Object json) {
        return Buffer.buffer(JsonTree.write(new StringBuilder(), json).toString());
    }
}
