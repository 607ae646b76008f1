package io.text2vec.cluster.rest;

import io.text2vec.cluster.client.Cluster;
import io.text2vec.cluster.client.RestReply;
import io.text2vec.cluster.schema.Tree;
import io.text2vec.collections.schema.Vectorizer;
import io.text2vec.embedder.Embedder;
import io.text2vec.web.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /v1/meta}: Weaviate's own, with the vectorizer that is here, and messages no larger than both take. */
final class MetaStep {
    private static final String MODULES = "modules";
    private static final String LARGEST = "grpcMaxMessageSize";

    private final Cluster cluster;
    private final Embedder embedder;
    private final long largest;

    MetaStep(Cluster cluster, Embedder embedder, long largest) {
        this.cluster = cluster;
        this.embedder = embedder;
        this.largest = largest;
    }

    RestReply answer(Asked asked) {
        RestReply reply = asked.same(cluster);
        if (!reply.ok()) {
            return reply;
        }
        Map<String, Object> meta =
                new LinkedHashMap<>(JsonTree.object(reply.body().getBytes(), "an object"));
        if (embedder.ready()) {
            byte[] config = embedder.loaded().join().config().getBytes(StandardCharsets.UTF_8);
            Map<String, Object> modules = Tree.object(meta.get(MODULES));
            modules.put(Vectorizer.TRANSFORMERS, JsonTree.object(config, "a model's config.json"));
            meta.put(MODULES, modules);
        }
        meta.put(LARGEST, meta.get(LARGEST) instanceof Long theirs ? Math.min(theirs, largest) : largest);
        return Asked.answer(reply, meta);
    }
}
