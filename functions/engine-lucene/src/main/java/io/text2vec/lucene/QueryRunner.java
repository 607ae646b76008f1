package io.text2vec.lucene;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.query.GroupBy;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.rank.Autocut;
import io.text2vec.collections.rank.Grouping;
import io.text2vec.lucene.filter.Pointed;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;

/** Answers queries on one state of an index, in the calling thread. Safe for many threads. */
public final class QueryRunner {
    /** How many hits of each of its searches a hybrid search fuses at least. */
    public static final int HYBRID_DEPTH = 100;

    private final int hybridDepth;

    /** @param hybridDepth how many hits of each of its searches a hybrid search fuses at least */
    public QueryRunner(int hybridDepth) {
        this.hybridDepth = hybridDepth;
    }

    /**
     * Searches, and reads of each hit what is wanted.
     *
     * @param pointed what filters may look at behind references
     * @throws CollectionException.Invalid if the query makes no sense for the collection
     * @throws CollectionException.EngineFailed if the index can't be read
     */
    public SearchResult run(IndexSearcher searcher, Query query, Pointed pointed) {
        try {
            List<Found> found = cut(new Page(searcher, query, hybridDepth, pointed).find(), query);
            var hits = new Hits(searcher, query.collection());
            return query.groupBy().isEmpty()
                    ? new SearchResult(hits.read(found, query.wanted()), List.of())
                    : grouped(
                            hits.read(found, withProperties(query.wanted())),
                            query,
                            query.groupBy().get());
        } catch (IOException e) {
            throw new CollectionException.EngineFailed(
                    "The index of collection %s could not be read: %s."
                            .formatted(query.collection().name(), e.getMessage()),
                    e);
        }
    }

    private static SearchResult grouped(List<Hit> hits, Query query, GroupBy by) {
        return new SearchResult(List.of(), Grouping.of(query.collection(), by, hits));
    }

    private static Wanted withProperties(Wanted wanted) {
        return new Wanted(true, wanted.vectors(), wanted.allVectors(), wanted.explanation());
    }

    /** Cuts where the distances or scores jump; what nothing ranks has none. */
    private static List<Found> cut(List<Found> found, Query query) {
        if (query.autocut().isEmpty() || query.ranking() instanceof Ranking.None) {
            return found;
        }
        double[] ranks = found.stream().mapToDouble(Found::rank).toArray();
        return found.subList(0, Autocut.keep(ranks, query.autocut().getAsInt()));
    }
}
