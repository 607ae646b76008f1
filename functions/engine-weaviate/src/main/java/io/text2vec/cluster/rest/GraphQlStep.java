package io.text2vec.cluster.rest;

import io.text2vec.cluster.client.Cluster;
import io.text2vec.cluster.client.RestReply;
import io.text2vec.collections.CollectionException.Unsupported;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** {@code /v1/graphql}: goes to Weaviate, but for searches near a text, whose vectors are made here. */
final class GraphQlStep {
    /** An argument of that name; what stands in a text that is searched for is followed by no colon and brace. */
    private static final Pattern NEAR_TEXT = Pattern.compile("\\bnearText(\\s|\\\\n|\\\\t)*:(\\s|\\\\n|\\\\t)*\\{");

    private final Cluster cluster;

    GraphQlStep(Cluster cluster) {
        this.cluster = cluster;
    }

    RestReply answer(Asked asked) {
        if (NEAR_TEXT.matcher(asked.body().toString(StandardCharsets.UTF_8)).find()) {
            throw new Unsupported(
                    "nearText in GraphQL is not supported with TEXT2VEC_ENGINE=weaviate: search near a text"
                            + " by gRPC, as the clients do, or give a vector to nearVector.");
        }
        return asked.same(cluster);
    }
}
