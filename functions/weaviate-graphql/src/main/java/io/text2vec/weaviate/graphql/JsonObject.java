package io.text2vec.weaviate.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers, or lists of them, by the names of vectors, which no type of the schema has: {@code {title: [1, 2]}}. Only ever
 * given.
 */
final class JsonObject implements Coercing<Object, Object> {
    private JsonObject() {}

    static GraphQLScalarType named(String name, String description) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .description(description)
                .coercing(new JsonObject())
                .build();
    }

    @Override
    public Object serialize(Object result, GraphQLContext context, Locale locale) {
        throw new CoercingSerializeException("This is no field's type.");
    }

    @Override
    public Map<?, ?> parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof Map<?, ?> map) {
            return map;
        }
        throw new CoercingParseValueException("An object is expected, with the names of vectors.");
    }

    @Override
    public Map<?, ?> parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof ObjectValue object) {
            return map(object, variables);
        }
        throw new CoercingParseLiteralException("An object is expected, with the names of vectors.");
    }

    private static Map<String, Object> map(ObjectValue object, CoercedVariables variables) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
            map.put(field.getName(), json(field.getValue(), variables));
        }
        return map;
    }

    private static Object json(Value<?> value, CoercedVariables variables) {
        return switch (value) {
            case IntValue whole -> whole.getValue().doubleValue();
            case FloatValue number -> number.getValue().doubleValue();
            case ArrayValue list ->
                list.getValues().stream().map(each -> json(each, variables)).toList();
            case VariableReference variable -> variables.get(variable.getName());
            default -> throw new CoercingParseLiteralException("A number or a list of numbers is expected.");
        };
    }
}
