package io.text2vec.weaviate.grpc.filter;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.FilterPaths;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.FilterTarget;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Filters;
import java.util.List;
import java.util.Optional;

/** Reads filters. How deep they are is bounded by what protobuf reads at all. */
public final class FilterMessage {
    private FilterMessage() {}

    /** @throws Invalid if it is none; whether it suits a collection is not looked at */
    public static Filter read(Filters filter) {
        return switch (filter.getOperator()) {
            case OPERATOR_AND -> new Filter.And(children(filter));
            case OPERATOR_OR -> new Filter.Or(children(filter));
            case OPERATOR_NOT -> not(filter);
            default -> new Filter.Condition(path(filter), operator(filter), FilterValue.read(filter));
        };
    }

    private static List<Filter> children(Filters filter) {
        if (filter.getFiltersCount() == 0) {
            throw new Invalid("The filter operators AND, OR and NOT need at least one filter below them.");
        }
        return filter.getFiltersList().stream().map(FilterMessage::read).toList();
    }

    private static Filter not(Filters filter) {
        List<Filter> children = children(filter);
        if (children.size() != 1) {
            throw new Invalid("The filter operator NOT takes one filter, not " + children.size() + ".");
        }
        return new Filter.Not(children.getFirst());
    }

    private static FilterPath path(Filters filter) {
        return filter.hasTarget() ? path(filter.getTarget()) : oldPath(filter);
    }

    @SuppressWarnings("deprecation") // older clients send it
    private static FilterPath oldPath(Filters filter) {
        return FilterPaths.of(List.copyOf(filter.getOnList()));
    }

    private static FilterPath path(FilterTarget target) {
        return switch (target.getTargetCase()) {
            case PROPERTY -> FilterPaths.of(target.getProperty());
            case SINGLE_TARGET ->
                new FilterPath.Reference(
                        target.getSingleTarget().getOn(),
                        Optional.empty(),
                        path(target.getSingleTarget().getTarget()));
            case MULTI_TARGET ->
                new FilterPath.Reference(
                        target.getMultiTarget().getOn(),
                        Optional.of(target.getMultiTarget().getTargetCollection()),
                        path(target.getMultiTarget().getTarget()));
            case COUNT -> new FilterPath.ReferenceCount(target.getCount().getOn());
            case TARGET_NOT_SET -> throw new Invalid("A filter's target must name a property.");
        };
    }

    private static FilterOperator operator(Filters filter) {
        return switch (filter.getOperator()) {
            case OPERATOR_EQUAL -> FilterOperator.EQUAL;
            case OPERATOR_NOT_EQUAL -> FilterOperator.NOT_EQUAL;
            case OPERATOR_GREATER_THAN -> FilterOperator.GREATER_THAN;
            case OPERATOR_GREATER_THAN_EQUAL -> FilterOperator.GREATER_THAN_EQUAL;
            case OPERATOR_LESS_THAN -> FilterOperator.LESS_THAN;
            case OPERATOR_LESS_THAN_EQUAL -> FilterOperator.LESS_THAN_EQUAL;
            case OPERATOR_WITHIN_GEO_RANGE -> FilterOperator.WITHIN_GEO_RANGE;
            case OPERATOR_LIKE -> FilterOperator.LIKE;
            case OPERATOR_IS_NULL -> FilterOperator.IS_NULL;
            case OPERATOR_CONTAINS_ANY -> FilterOperator.CONTAINS_ANY;
            case OPERATOR_CONTAINS_ALL -> FilterOperator.CONTAINS_ALL;
            case OPERATOR_CONTAINS_NONE -> FilterOperator.CONTAINS_NONE;
            default -> throw new Invalid("There is no filter operator " + filter.getOperatorValue() + ".");
        };
    }
}
