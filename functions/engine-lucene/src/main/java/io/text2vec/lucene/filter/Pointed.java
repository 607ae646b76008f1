package io.text2vec.lucene.filter;

import io.text2vec.collections.schema.CollectionDef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.search.Query;

/** What the references of a collection's objects may point to, for filters that look there. */
public interface Pointed {

    /** @param name exactly as stored */
    Optional<CollectionDef> collection(String name);

    /**
     * The ids of objects that a query fits, of the tenant that the references lead to.
     *
     * @param most how many at most
     */
    List<UUID> ids(CollectionDef collection, Query query, int most);
}
