package io.text2vec.lucene.filter;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.filter.TypedFilter.Comparison;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.Stopwords;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.collections.text.StopwordSet;
import io.text2vec.lucene.document.Fields;
import io.text2vec.lucene.text.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Conditions on texts, token by token. Counts the tokens of a filter; one for each filter. */
final class TextFilters {
    /** How many tokens the texts of a filter may have in all. */
    static final int MOST_TOKENS = 65_536;

    private final StopwordSet stopwords;
    private int tokensSeen;

    TextFilters(Stopwords stopwords) {
        this.stopwords = new StopwordSet(stopwords);
    }

    /** Texts with all the tokens of one of the values. */
    Query oneOf(Property property, List<Value> values) {
        String field = Fields.tokens(property.name());
        List<BytesRef> single = new ArrayList<>();
        List<Query> several = new ArrayList<>();
        for (Value value : values) {
            Set<String> tokens = tokens(property, value);
            if (tokens.size() == 1) {
                single.add(Terms.of(tokens.iterator().next()));
            } else {
                several.add(all(tokens, token -> term(field, token)));
            }
        }
        if (single.size() == 1) {
            several.add(new TermQuery(new Term(field, single.getFirst())));
        } else if (!single.isEmpty()) {
            several.add(new TermInSetQuery(field, single));
        }
        if (several.size() == 1) {
            return several.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        several.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    /** Texts that have for each token of the value one that compares so. */
    Query compared(Property property, Comparison how, Value value) {
        String field = Fields.tokens(property.name());
        return all(tokens(property, value), token -> ValueFilters.range(field, how, Terms.of(token)));
    }

    /** Texts that have for each token of the pattern one that is like it. */
    Query like(Property property, String pattern) {
        String field = Fields.tokens(property.name());
        Set<String> patterns = counted(property, stopwords.queryPatterns(tokenization(property), pattern));
        return all(patterns, each -> like(field, each));
    }

    private static Query like(String field, String pattern) {
        int wildcard = firstWildcard(pattern);
        if (wildcard == pattern.length()) {
            return term(field, pattern);
        }
        if (wildcard == pattern.length() - 1 && pattern.endsWith("*")) {
            return new PrefixQuery(new Term(field, pattern.substring(0, wildcard)));
        }
        String escaped = pattern.replace("\\", "\\\\"); // to Lucene it means: what follows is no wildcard
        try {
            return new WildcardQuery(new Term(field, escaped));
        } catch (TooComplexToDeterminizeException tooMany) {
            throw new CollectionException.Invalid(
                    "A pattern of the filter fits in too many ways; it needs fewer * and ? in one word.");
        }
    }

    private static int firstWildcard(String pattern) {
        int at = 0;
        while (at < pattern.length() && pattern.charAt(at) != '?' && pattern.charAt(at) != '*') {
            at++;
        }
        return at;
    }

    private static Query term(String field, String token) {
        return new TermQuery(new Term(field, Terms.of(token)));
    }

    private static Query all(Set<String> tokens, Function<String, Query> query) {
        if (tokens.size() == 1) {
            return query.apply(tokens.iterator().next());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        tokens.forEach(token -> all.add(query.apply(token), Occur.FILTER));
        return all.build();
    }

    private Set<String> tokens(Property property, Value value) {
        if (!(value instanceof Value.Text(String text))) {
            throw new IllegalArgumentException("no text");
        }
        return counted(property, stopwords.queryTokens(tokenization(property), text));
    }

    private Set<String> counted(Property property, List<String> tokens) {
        if (tokens.isEmpty()) {
            throw new CollectionException.Invalid(
                    "The filter on '%s' compares with a text that has no token besides stopwords; the tokenization is %s."
                            .formatted(property.name(), tokenization(property)));
        }
        Set<String> distinct = new LinkedHashSet<>(tokens);
        tokensSeen += distinct.size();
        if (tokensSeen > MOST_TOKENS) {
            throw new CollectionException.Invalid(
                    "The texts of a filter have " + MOST_TOKENS + " tokens in all at most; this one's have more.");
        }
        return distinct;
    }

    private static Tokenization tokenization(Property property) {
        return property.tokenization().orElseThrow();
    }
}
