package io.text2vec.lucene.filter;

import io.text2vec.collections.schema.CollectionDef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.search.Query;

/** For filters that look at one collection only. */
public final class NothingPointed implements Pointed {

    @Override
    public Optional<CollectionDef> collection(String name) {
        return Optional.empty();
    }

    @Override
    public List<UUID> ids(CollectionDef collection, Query query, int most) {
        throw new IllegalStateException("there is no other collection");
    }
}
