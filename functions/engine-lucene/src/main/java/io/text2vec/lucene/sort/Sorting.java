package io.text2vec.lucene.sort;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.query.Sort;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;

/** Finds a page of objects that nothing ranks. */
public final class Sorting {
    /** How the order of ids is asked for. */
    public static final Sort BY_ID = new Sort(SortKeys.ID, true);

    private Sorting() {}

    /**
     * The documents of a page: in the order that is asked for, ties by id; if none is, all objects by id, those of a
     * filter as they were created.
     *
     * @param filter absent for all
     * @param after behind which id the page begins, the offset coming on top; only where all are in the order of ids
     * @return numbers of documents in the whole reader
     * @throws CollectionException.Invalid if there is nothing to sort by of a name
     */
    public static int[] page(
            IndexSearcher searcher,
            CollectionDef collection,
            Optional<Query> filter,
            List<Sort> sort,
            Optional<UUID> after,
            int offset,
            int limit)
            throws IOException {
        boolean byId = sort.isEmpty() || sort.getFirst().equals(BY_ID);
        try {
            return filter.isEmpty() && byId
                    ? IdWalk.page(searcher.getIndexReader(), after, offset, limit)
                    : sorted(searcher, collection, filter, sort, after, offset, limit);
        } catch (UncheckedIOException failed) { // comparators may throw no other
            throw failed.getCause();
        }
    }

    private static int[] sorted(
            IndexSearcher searcher,
            CollectionDef collection,
            Optional<Query> filter,
            List<Sort> sort,
            Optional<UUID> after,
            int offset,
            int limit)
            throws IOException {
        if (after.isPresent()) {
            throw new CollectionException.Invalid(
                    "'after' goes with the order of ids of all objects only, not with a" + " filter or another order.");
        }
        SortField[] keys = keys(collection, sort);
        int most =
                (int) Math.min((long) offset + limit, searcher.getIndexReader().maxDoc());
        if (most <= offset) {
            return new int[0];
        }
        TopFieldDocs top = searcher.search(
                filter.orElse(MatchAllDocsQuery.INSTANCE), most, new org.apache.lucene.search.Sort(keys));
        return Stream.of(top.scoreDocs).skip(offset).mapToInt(hit -> hit.doc).toArray();
    }

    private static SortField[] keys(CollectionDef collection, List<Sort> sort) {
        List<SortField> keys = new ArrayList<>();
        if (sort.isEmpty()) {
            keys.add(new SortField(Fields.CREATED, SortField.Type.LONG));
        }
        sort.forEach(key -> keys.addAll(SortKeys.of(collection, key)));
        keys.add(SortKeys.id(true));
        return keys.toArray(SortField[]::new);
    }
}
