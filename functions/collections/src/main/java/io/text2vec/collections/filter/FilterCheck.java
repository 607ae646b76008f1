package io.text2vec.collections.filter;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks a filter by the schema of its collection. */
public final class FilterCheck {
    private final ConditionCheck conditions;
    private final FilterLimits limits;
    private int seen;

    private FilterCheck(
            CollectionDef collection, FilterLimits limits, Function<String, Optional<CollectionDef>> collections) {
        conditions = new ConditionCheck(collection, collections);
        this.limits = limits;
    }

    /**
     * The filter with its properties found and its values read.
     *
     * @param collections those that references point to, by their names
     * @throws CollectionException.Invalid if it makes no sense for the collection, or is over a limit
     */
    public static TypedFilter check(
            CollectionDef collection,
            Filter filter,
            FilterLimits limits,
            Function<String, Optional<CollectionDef>> collections) {
        return new FilterCheck(collection, limits, collections).check(filter, 1);
    }

    private TypedFilter check(Filter filter, int depth) {
        if (depth > limits.depth()) {
            throw new CollectionException.Invalid(
                    "A filter's conditions stand within each other %d deep at most. TEXT2VEC_FILTER_DEPTH sets this limit."
                            .formatted(limits.depth()));
        }
        return switch (filter) {
            case Filter.And(List<Filter> all) -> group("And", all, depth, TypedFilter.All::new);
            case Filter.Or(List<Filter> any) -> group("Or", any, depth, FilterCheck::any);
            case Filter.Not(Filter of) -> new TypedFilter.Not(check(of, depth + 1));
            case Filter.Condition condition -> {
                count(condition.operand() instanceof Operand.Many(List<Operand> many) ? many.size() : 1);
                yield conditions.check(condition);
            }
        };
    }

    private TypedFilter group(
            String name, List<Filter> members, int depth, Function<List<TypedFilter>, TypedFilter> made) {
        if (members.isEmpty()) {
            throw new CollectionException.Invalid(
                    "The filter's " + name + " holds no condition; it needs one at least.");
        }
        List<TypedFilter> checked =
                members.stream().map(member -> check(member, depth + 1)).toList();
        return checked.size() == 1 ? checked.getFirst() : made.apply(checked);
    }

    /** Joins what is asked of the same subject: a list of a thousand ids arrives as a thousand conditions. */
    private static TypedFilter any(List<TypedFilter> members) {
        SequencedMap<Subject, List<Value>> values = new LinkedHashMap<>();
        List<TypedFilter> any = new ArrayList<>();
        members.stream()
                .flatMap(member ->
                        member instanceof TypedFilter.Any(List<TypedFilter> inner) ? inner.stream() : Stream.of(member))
                .forEach(member -> {
                    if (member instanceof TypedFilter.OneOf(Subject subject, List<Value> some)) {
                        values.computeIfAbsent(subject, _ -> new ArrayList<>()).addAll(some);
                    } else {
                        any.add(member);
                    }
                });
        for (Map.Entry<Subject, List<Value>> entry : values.entrySet()) {
            any.add(new TypedFilter.OneOf(entry.getKey(), entry.getValue()));
        }
        return any.size() == 1 ? any.getFirst() : new TypedFilter.Any(any);
    }

    private void count(int more) {
        seen += more;
        if (seen > limits.conditions()) {
            throw new CollectionException.Invalid(
                    "A filter has %d conditions and values at most. TEXT2VEC_FILTER_CONDITIONS sets this limit."
                            .formatted(limits.conditions()));
        }
    }
}
