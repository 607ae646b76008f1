package io.text2vec.collections.filter;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Filters in JSON, Weaviate's {@code where}: {@code {"operator":"And","operands":[...]}}, or
 * {@code {"path":["year"],"operator":"LessThan","valueInt":1980}}.
 */
public final class WhereJson {
    private static final String RANGE = "valueGeoRange";

    private WhereJson() {}

    /**
     * Reads a filter from a JSON tree.
     *
     * @throws Invalid if it is none
     */
    public static Filter read(Map<?, ?> where) {
        if (!(where.get("operator") instanceof String operator)) {
            throw new Invalid("A filter needs an operator, such as {\"path\":[\"year\"],\"operator\":\"LessThan\","
                    + "\"valueInt\":1980}.");
        }
        return switch (operator) {
            case "And" -> new Filter.And(operands(where));
            case "Or" -> new Filter.Or(operands(where));
            case "Not" -> not(operands(where));
            default -> new Filter.Condition(path(where.get("path")), operator(operator), operand(where));
        };
    }

    private static List<Filter> operands(Map<?, ?> where) {
        if (!(where.get("operands") instanceof List<?> all) || all.isEmpty()) {
            throw new Invalid("The filter operators And, Or and Not need operands, a list of at least one filter.");
        }
        List<Filter> filters = new ArrayList<>();
        for (Object each : all) {
            if (!(each instanceof Map<?, ?> filter)) {
                throw new Invalid("operands must be a list of filters.");
            }
            filters.add(read(filter));
        }
        return filters;
    }

    private static Filter not(List<Filter> operands) {
        if (operands.size() != 1) {
            throw new Invalid("The filter operator Not takes one operand, not " + operands.size() + ".");
        }
        return new Filter.Not(operands.getFirst());
    }

    private static FilterPath path(Object path) {
        return switch (path) {
            case String name -> FilterPaths.of(name);
            case List<?> words
            when words.stream().allMatch(String.class::isInstance) ->
                FilterPaths.of(words.stream().map(String.class::cast).toList());
            case null, default -> throw new Invalid("A filter's path must be a list of names.");
        };
    }

    private static FilterOperator operator(String word) {
        return switch (word) {
            case "Equal" -> FilterOperator.EQUAL;
            case "NotEqual" -> FilterOperator.NOT_EQUAL;
            case "GreaterThan" -> FilterOperator.GREATER_THAN;
            case "GreaterThanEqual" -> FilterOperator.GREATER_THAN_EQUAL;
            case "LessThan" -> FilterOperator.LESS_THAN;
            case "LessThanEqual" -> FilterOperator.LESS_THAN_EQUAL;
            case "Like" -> FilterOperator.LIKE;
            case "IsNull" -> FilterOperator.IS_NULL;
            case "ContainsAny" -> FilterOperator.CONTAINS_ANY;
            case "ContainsAll" -> FilterOperator.CONTAINS_ALL;
            case "ContainsNone" -> FilterOperator.CONTAINS_NONE;
            case "WithinGeoRange" -> FilterOperator.WITHIN_GEO_RANGE;
            default -> throw new Invalid("There is no filter operator " + word + ".");
        };
    }

    private static Operand operand(Map<?, ?> where) {
        List<String> values = where.keySet().stream()
                .map(String.class::cast)
                .filter(name -> name.startsWith("value") && where.get(name) != null)
                .toList();
        if (values.size() != 1) {
            throw new Invalid("A filter needs one value, such as valueText or valueInt, not " + values + ".");
        }
        String name = values.getFirst();
        Object value = where.get(name);
        return name.equals(RANGE) ? range(value) : operand(name, value);
    }

    private static Operand operand(String name, Object value) {
        if (value instanceof List<?> all) {
            return new Operand.Many(
                    all.stream().map(each -> operand(name, each)).toList());
        }
        return switch (value) {
            case Long number when name.startsWith("valueNumber") -> new Operand.Number(number);
            case Long number -> new Operand.Int(number);
            case Double number
            when name.startsWith("valueInt") && number == Math.rint(number) -> new Operand.Int(number.longValue());
            case Number number -> new Operand.Number(number.doubleValue());
            case Boolean flag -> new Operand.Bool(flag);
            case String text -> new Operand.Text(text);
            case null, default -> throw new Invalid(name + " must be a text, a number, a boolean or a list of these.");
        };
    }

    private static Operand range(Object value) {
        if (value instanceof Map<?, ?> range
                && range.get("geoCoordinates") instanceof Map<?, ?> centre
                && range.get("distance") instanceof Map<?, ?> distance
                && centre.get("latitude") instanceof Number latitude
                && centre.get("longitude") instanceof Number longitude
                && distance.get("max") instanceof Number metres) {
            return new Operand.GeoRange(latitude.floatValue(), longitude.floatValue(), metres.doubleValue());
        }
        throw new Invalid(RANGE + " must be {\"geoCoordinates\":{\"latitude\":...,\"longitude\":...},"
                + "\"distance\":{\"max\":metres}}.");
    }
}
