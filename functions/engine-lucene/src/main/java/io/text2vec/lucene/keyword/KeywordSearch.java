package io.text2vec.lucene.keyword;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Ranking.Keyword;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.text.Terms;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Finds the objects that the words of a query stand in. */
public final class KeywordSearch {
    private final IndexSearcher searcher;
    private final List<SearchedText> texts;
    private final KeywordQuery query;

    /**
     * @throws CollectionException.Invalid if a property can't be searched, or the properties not together by the query's
     *     operator
     */
    public KeywordSearch(IndexSearcher searcher, CollectionDef collection, Keyword keyword) {
        this.searcher = searcher;
        this.texts = SearchedTexts.of(collection, keyword);
        this.query = new KeywordQuery(searcher, collection.invertedIndex(), texts, keyword.match());
    }

    /**
     * The best objects, best first; none if the query has no words but stopwords.
     *
     * @param filter what objects must fit; it changes no score
     * @param count how many at most
     */
    public List<KeywordHit> top(Optional<Query> filter, int count) throws IOException {
        if (count == 0) {
            return List.of();
        }
        return searcher.search(filtered(query.build(), filter), TopByScore.of(count));
    }

    private static Query filtered(Query scored, Optional<Query> filter) {
        return filter.<Query>map(fits -> new BooleanQuery.Builder()
                        .add(scored, Occur.MUST)
                        .add(fits, Occur.FILTER)
                        .build())
                .orElse(scored);
    }

    /** Tells how often the query's terms stand in an object, and how long what they stand in is. */
    public String explanation(int document) throws IOException {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        var explanation = new StringBuilder();
        for (SearchedText text : texts) {
            for (String token : text.tokens().keySet()) {
                explain(explanation, segment.reader(), document - segment.docBase, text.field(), token);
            }
        }
        return explanation.toString();
    }

    private static void explain(StringBuilder to, LeafReader reader, int document, String field, String token)
            throws IOException {
        PostingsEnum postings = reader.postings(new Term(field, Terms.of(token)), PostingsEnum.FREQS);
        if (postings == null || postings.advance(document) != document) {
            return;
        }
        NumericDocValues lengths = reader.getNormValues(field);
        lengths.advanceExact(document);
        to.append(", BM25F_%s_frequency:%d, BM25F_%s_propLength:%d"
                .formatted(token, postings.freq(), token, lengths.longValue()));
    }
}
