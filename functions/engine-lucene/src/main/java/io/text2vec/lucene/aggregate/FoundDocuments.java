package io.text2vec.lucene.aggregate;

import io.text2vec.collections.engine.AggregateQuery;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.lucene.filter.Filters;
import io.text2vec.lucene.filter.Pointed;
import io.text2vec.lucene.hybrid.HybridHit;
import io.text2vec.lucene.hybrid.HybridSearch;
import io.text2vec.lucene.keyword.KeywordHit;
import io.text2vec.lucene.keyword.KeywordSearch;
import io.text2vec.lucene.vector.NearHit;
import io.text2vec.lucene.vector.NearSearch;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** The documents that an aggregation is about. */
record FoundDocuments(IndexSearcher searcher, AggregateQuery query, int hybridDepth, Pointed pointed) {

    /** How many there are, where nothing ranks them: an index knows that of many filters without looking at documents. */
    long count() throws IOException {
        Optional<Query> filter = filter();
        return filter.isEmpty() ? searcher.getIndexReader().numDocs() : searcher.count(filter.get());
    }

    Documents documents() throws IOException {
        Optional<Query> filter = filter();
        return switch (query.ranking()) {
            case Ranking.None _ ->
                filter.isEmpty() ? Documents.all(searcher) : Documents.fitting(searcher, filter.get());
            case Ranking.Near near -> {
                var search = new NearSearch(searcher, query.collection(), near);
                yield query.objectLimit().isPresent()
                        ? of(search.top(filter, limit()).stream().mapToInt(NearHit::document))
                        : of(IntStream.of(search.within(filter)));
            }
            case Ranking.Keyword keyword ->
                of(new KeywordSearch(searcher, query.collection(), keyword)
                        .top(filter, limit()).stream().mapToInt(KeywordHit::document));
            case Ranking.Hybrid hybrid ->
                of(new HybridSearch(searcher, query.collection(), hybrid, hybridDepth)
                        .top(filter, limit()).stream().mapToInt(HybridHit::document));
        };
    }

    private Optional<Query> filter() {
        return query.filter().map(conditions -> Filters.of(query.collection(), conditions, pointed));
    }

    private int limit() {
        return Math.min(
                query.objectLimit().orElse(Integer.MAX_VALUE),
                searcher.getIndexReader().maxDoc());
    }

    private Documents of(IntStream documents) {
        return Documents.of(searcher, documents.sorted().toArray());
    }
}
