package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.Source;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearTextSearch;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearTextSearch.Move;
import java.util.List;
import java.util.Optional;

/** Reads nearness to texts. */
public final class NearTextMessage {
    private NearTextMessage() {}

    @SuppressWarnings("deprecation") // older clients name targets so
    static Search read(NearTextSearch near) {
        Unsupported.selection(near.hasSelection());
        Source source = source(near);
        return new Search.Near(
                source,
                TargetsMessage.read(
                        near.hasTargets(), near.getTargets(), near.getTargetVectorsList(), Optional.of(source)),
                CutoffMessage.read(near.hasDistance(), near.getDistance(), near.hasCertainty(), near.getCertainty()));
    }

    public static Source.Texts source(NearTextSearch near) {
        return new Source.Texts(
                List.copyOf(near.getQueryList()),
                near.hasMoveTo() ? Optional.of(move(near.getMoveTo())) : Optional.empty(),
                near.hasMoveAway() ? Optional.of(move(near.getMoveAway())) : Optional.empty());
    }

    private static Source.Move move(Move move) {
        return new Source.Move(
                move.getForce(),
                List.copyOf(move.getConceptsList()),
                move.getUuidsList().stream()
                        .map(id -> Ids.read(id, "The id of an object to move to or from"))
                        .toList());
    }
}
