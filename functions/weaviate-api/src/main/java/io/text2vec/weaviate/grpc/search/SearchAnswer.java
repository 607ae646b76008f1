package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.weaviate.grpc.part.Took;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import java.util.List;
import java.util.stream.Stream;

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
        PropertySelection selection = PropertySelection.of(request, collection, reads::collection);
        var search = SearchMessage.read(request, !selection.isEmpty());
        SearchResult found = reads.search(search);
        ReferenceMessages references = ReferenceMessages.read(selection, objects(found), search.tenant(), reads);
        return new ReplyMessage(collection, references, request.getMetadata(), search.search())
                .write(found)
                .setTook(took.seconds())
                .build();
    }

    private static List<StoredObject> objects(SearchResult found) {
        return Stream.concat(found.hits().stream(), found.groups().stream().flatMap(group -> group.hits().stream()))
                .map(Hit::object)
                .toList();
    }
}
