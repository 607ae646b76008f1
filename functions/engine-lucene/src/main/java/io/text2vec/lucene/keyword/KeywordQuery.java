package io.text2vec.lucene.keyword;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.schema.InvertedIndex;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.lucene.text.Terms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** Makes the query that finds and scores. A score is the sum over all terms in all searched properties, whatever matched. */
final class KeywordQuery {
    /** Over this a query would be slower than anybody waits for. */
    private static final int MOST_TERMS = 10_000;

    static {
        // Lucene's own limit, of the process, is 1024, and its message names none of ours.
        IndexSearcher.setMaxClauseCount(Math.max(IndexSearcher.getMaxClauseCount(), 4 * MOST_TERMS));
    }

    private final List<SearchedText> texts;
    private final Match match;
    private final InvertedIndex settings;
    private final Statistics statistics;

    KeywordQuery(IndexSearcher searcher, InvertedIndex settings, List<SearchedText> texts, Match match) {
        this.texts = texts;
        this.match = match;
        this.settings = settings;
        this.statistics = new Statistics(searcher);
        if (match.operator() == Match.Operator.AND_CROSS) {
            requireOneTokenization();
        }
        requireFewTerms();
    }

    private void requireFewTerms() {
        int terms = texts.stream().mapToInt(text -> text.tokens().size()).sum();
        if (terms > MOST_TERMS) {
            throw new CollectionException.Invalid(
                    "The query has %d different words, counted for each searched property; at most %d can be searched."
                            .formatted(terms, MOST_TERMS));
        }
    }

    private void requireOneTokenization() {
        Set<Tokenization> all = texts.stream().map(SearchedText::tokenization).collect(Collectors.toSet());
        if (all.size() > 1) {
            throw new CollectionException.Invalid(
                    "The operator AND_CROSS needs properties of one tokenization; these have %s.".formatted(all));
        }
    }

    Query build() throws IOException {
        Map<SearchedText, Map<String, Query>> terms = scored();
        List<Query> all = terms.values().stream()
                .flatMap(ofText -> ofText.values().stream())
                .toList();
        if (all.isEmpty()) {
            return new MatchNoDocsQuery("The query has no terms");
        }
        if (match.operator() == Match.Operator.OR && match.minimum().orElse(1) <= 1) {
            return any(all, 1);
        }
        if (texts.size() == 1) {
            return inOne(all);
        }
        return new BooleanQuery.Builder()
                .add(matching(terms), Occur.FILTER)
                .add(any(all, 1), Occur.MUST)
                .build();
    }

    private Query matching(Map<SearchedText, Map<String, Query>> terms) {
        if (match.operator() != Match.Operator.AND_CROSS) {
            return any(
                    terms.values().stream()
                            .map(ofText -> inOne(ofText.values()))
                            .toList(),
                    1);
        }
        Map<String, List<Query>> byToken = new LinkedHashMap<>();
        terms.values()
                .forEach(ofText -> ofText.forEach((token, query) ->
                        byToken.computeIfAbsent(token, _ -> new ArrayList<>()).add(query)));
        return all(byToken.values().stream().map(ofToken -> any(ofToken, 1)).toList());
    }

    /** What must stand in one property. */
    private Query inOne(Collection<Query> terms) {
        return match.operator() == Match.Operator.OR
                ? any(terms, match.minimum().orElse(1))
                : all(terms);
    }

    private static Query any(Collection<Query> queries, int minimum) {
        if (queries.size() < minimum) {
            return new MatchNoDocsQuery("The query has fewer terms than must match");
        }
        var any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(minimum);
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private static Query all(Collection<Query> queries) {
        var all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.MUST));
        return queries.isEmpty() ? new MatchNoDocsQuery("The query has no terms") : all.build();
    }

    private Map<SearchedText, Map<String, Query>> scored() throws IOException {
        Map<SearchedText, Map<String, Query>> scored = new LinkedHashMap<>();
        for (SearchedText text : texts) {
            double averageLength = statistics.averageLength(text.field());
            Map<String, Query> terms = new LinkedHashMap<>();
            for (Map.Entry<String, Integer> token : text.tokens().entrySet()) {
                double weight = text.boost() * rarity(text.tokenization(), token.getKey(), token.getValue());
                Term term = new Term(text.field(), Terms.of(token.getKey()));
                terms.put(token.getKey(), new ScoredTerm(term, new Bm25(settings, weight, averageLength)));
            }
            scored.put(text, terms);
        }
        return scored;
    }

    /** All searched properties of a tokenization count a term alike. */
    private double rarity(Tokenization tokenization, String token, int repeated) throws IOException {
        List<Term> sameTerm = texts.stream()
                .filter(text -> text.tokenization() == tokenization)
                .map(text -> new Term(text.field(), Terms.of(token)))
                .toList();
        return Bm25.rarity(statistics.objects(), statistics.having(sameTerm), repeated);
    }
}
