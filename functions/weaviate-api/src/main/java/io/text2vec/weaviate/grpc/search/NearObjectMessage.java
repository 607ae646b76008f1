package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.Source;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearObject;
import java.util.Optional;

/** Reads nearness to a stored object. */
final class NearObjectMessage {
    private NearObjectMessage() {}

    @SuppressWarnings("deprecation") // older clients name targets so
    static Search read(NearObject near) {
        Unsupported.selection(near.hasSelection());
        Source source = new Source.ObjectOf(Ids.read(near.getId(), "near_object.id"));
        return new Search.Near(
                source,
                TargetsMessage.read(
                        near.hasTargets(), near.getTargets(), near.getTargetVectorsList(), Optional.of(source)),
                CutoffMessage.read(near.hasDistance(), near.getDistance(), near.hasCertainty(), near.getCertainty()));
    }
}
