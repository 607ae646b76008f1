package io.text2vec.lucene.filter;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterCheck;
import io.text2vec.collections.filter.FilterLimits;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.filter.Subject;
import io.text2vec.collections.filter.TypedFilter;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Property;
import io.text2vec.lucene.document.Fields;
import java.util.List;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns filters into queries that score nothing. */
public final class Filters {
    static {
        // Lucene's own limit, of the process, is 1024. Ours are those of FilterLimits and TextFilters, with better
        // messages.
        IndexSearcher.setMaxClauseCount(Math.max(IndexSearcher.getMaxClauseCount(), 4 * TextFilters.MOST_TOKENS));
    }

    private final TextFilters texts;
    private final Pointed pointed;

    private Filters(CollectionDef collection, Pointed pointed) {
        texts = new TextFilters(collection.invertedIndex().stopwords());
        this.pointed = pointed;
    }

    /**
     * The query for what fits a filter. Settings that limit filters are its caller's.
     *
     * @param pointed searched now, where the filter looks at what references point to
     * @throws CollectionException.Invalid if the filter makes no sense for the collection
     */
    public static Query of(CollectionDef collection, Filter filter, Pointed pointed) {
        TypedFilter checked = FilterCheck.check(collection, filter, FilterLimits.LARGEST, pointed::collection);
        return new ConstantScoreQuery(new Filters(collection, pointed).query(checked));
    }

    private Query query(TypedFilter filter) {
        return switch (filter) {
            case TypedFilter.All(List<TypedFilter> all) -> all(all);
            case TypedFilter.Any(List<TypedFilter> any) -> any(any);
            case TypedFilter.Not not -> all(List.of(not));
            case TypedFilter.OneOf(Subject subject, List<Value> values) ->
                switch (subject) {
                    case Subject.Of(Property property)
                    when property.tokenization().isPresent() -> texts.oneOf(property, values);
                    case Subject.Of(Property property) ->
                        ValueFilters.oneOf(property.type().of(), Fields.value(property.name()), values);
                    case Subject.Id _ -> ValueFilters.ids(Fields.ID, values);
                    case Subject.Created _ -> TimeFilters.oneOf(Fields.CREATED, values);
                    case Subject.Updated _ -> TimeFilters.oneOf(Fields.UPDATED, values);
                    case Subject.Length(Property property) -> LengthFilters.oneOf(property.name(), values);
                };
            case TypedFilter.Compared(Subject subject, TypedFilter.Comparison how, Value value) ->
                switch (subject) {
                    case Subject.Of(Property property)
                    when property.tokenization().isPresent() -> texts.compared(property, how, value);
                    case Subject.Of(Property property) ->
                        ValueFilters.compared(Fields.value(property.name()), how, value);
                    case Subject.Id _ -> ValueFilters.compared(Fields.ID, how, value);
                    case Subject.Created _ -> TimeFilters.compared(Fields.CREATED, how, value);
                    case Subject.Updated _ -> TimeFilters.compared(Fields.UPDATED, how, value);
                    case Subject.Length(Property property) -> LengthFilters.compared(property.name(), how, value);
                };
            case TypedFilter.Like(Subject subject, String pattern) ->
                subject instanceof Subject.Of(Property property)
                        ? texts.like(property, pattern)
                        : new IdPatternQuery(Fields.ID, pattern);
            case TypedFilter.Missing(Property property) ->
                not(new TermQuery(new Term(Fields.PRESENT, property.name())));
            case TypedFilter.Pointing(Property property, CollectionDef target, TypedFilter of) ->
                new ReferenceFilters(pointed).pointing(property, target, new Filters(target, pointed).query(of));
            case TypedFilter.Within(Property property, Operand.GeoRange range) ->
                LatLonPoint.newDistanceQuery(
                        Fields.value(property.name()), range.latitude(), range.longitude(), range.metres());
        };
    }

    private Query all(List<TypedFilter> all) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        boolean positive = false;
        for (TypedFilter one : all) {
            if (one instanceof TypedFilter.Not(TypedFilter of)) {
                builder.add(query(of), Occur.MUST_NOT);
            } else {
                builder.add(query(one), Occur.FILTER);
                positive = true;
            }
        }
        if (!positive) {
            builder.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return builder.build();
    }

    private Query any(List<TypedFilter> any) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        any.forEach(one -> builder.add(query(one), Occur.SHOULD));
        return builder.build();
    }

    /** Everything else. */
    static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                .add(query, Occur.MUST_NOT)
                .build();
    }
}
