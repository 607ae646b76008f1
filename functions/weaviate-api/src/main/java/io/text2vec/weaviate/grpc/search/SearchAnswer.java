package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.weaviate.grpc.Took;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;

/** Answers searches. */
public final class SearchAnswer {
    private final Reads reads;

    public SearchAnswer(Reads reads) {
        this.reads = reads;
    }

    /** Blocks; throws a {@link CollectionException} only. */
    public SearchReply answer(SearchRequest request) {
        Took took = new Took();
        CollectionDef collection = reads.collection(request.getCollection());
        PropertySelection selection = PropertySelection.of(request, collection);
        var search = SearchMessage.read(request, !selection.all().isEmpty());
        SearchResult found = reads.search(search);
        return new ReplyMessage(collection, selection, request.getMetadata(), search.search())
                .write(found)
                .setTook(took.seconds())
                .build();
    }
}
