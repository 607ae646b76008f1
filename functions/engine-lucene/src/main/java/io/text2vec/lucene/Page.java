package io.text2vec.lucene;

import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.lucene.filter.Filters;
import io.text2vec.lucene.filter.Pointed;
import io.text2vec.lucene.hybrid.HybridSearch;
import io.text2vec.lucene.keyword.KeywordSearch;
import io.text2vec.lucene.sort.Sorting;
import io.text2vec.lucene.vector.NearSearch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;

/** Finds the documents of the page that a query asks for, in its order. */
final class Page {
    private final IndexSearcher searcher;
    private final Query query;
    private final int hybridDepth;
    private final Pointed pointed;

    Page(IndexSearcher searcher, Query query, int hybridDepth, Pointed pointed) {
        this.searcher = searcher;
        this.query = query;
        this.hybridDepth = hybridDepth;
        this.pointed = pointed;
    }

    List<Found> find() throws IOException {
        Optional<org.apache.lucene.search.Query> filter =
                query.filter().map(conditions -> Filters.of(query.collection(), conditions, pointed));
        return switch (query.ranking()) {
            case Ranking.None _ -> fetch(filter);
            case Ranking.Near near -> {
                var search = new NearSearch(searcher, query.collection(), near);
                yield behindOffset(
                        search.top(filter, end()).stream().map(Found::near).toList());
            }
            case Ranking.Keyword keyword -> {
                var search = new KeywordSearch(searcher, query.collection(), keyword);
                yield behindOffset(search.top(filter, end()).stream()
                        .map(hit -> Found.keyword(hit, search::explanation))
                        .toList());
            }
            case Ranking.Hybrid hybrid -> {
                var search = new HybridSearch(searcher, query.collection(), hybrid, hybridDepth);
                yield behindOffset(
                        search.top(filter, end()).stream().map(Found::hybrid).toList());
            }
        };
    }

    private List<Found> fetch(Optional<org.apache.lucene.search.Query> filter) throws IOException {
        int[] documents = Sorting.page(
                searcher, query.collection(), filter, query.sort(), query.after(), query.offset(), query.limit());
        return IntStream.of(documents).mapToObj(Found::fetched).toList();
    }

    private int end() {
        return Math.min(
                Math.addExact(query.offset(), query.limit()),
                searcher.getIndexReader().maxDoc());
    }

    private List<Found> behindOffset(List<Found> found) {
        return found.subList(Math.min(query.offset(), found.size()), found.size());
    }
}
