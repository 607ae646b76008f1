package io.text2vec.weaviate.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.util.Locale;

/** {@code Int} of 64 bits, as a collection's int has them, where GraphQL's own has 32. */
final class WholeNumber implements Coercing<Long, Long> {
    static final GraphQLScalarType INT = GraphQLScalarType.newScalar()
            .name("Int")
            .description("A whole number of 64 bits")
            .coercing(new WholeNumber())
            .build();

    private WholeNumber() {}

    @Override
    public Long serialize(Object result, GraphQLContext context, Locale locale) {
        if (result instanceof Number number) {
            return number.longValue();
        }
        throw new CoercingSerializeException("Int must be a whole number.");
    }

    @Override
    public Long parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            if (input instanceof Number number) {
                return new BigDecimal(number.toString()).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException notWhole) {
            // told below
        }
        throw new CoercingParseValueException("Int must be a whole number of 64 bits.");
    }

    @Override
    public Long parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof IntValue literal && literal.getValue().bitLength() < Long.SIZE) {
            return literal.getValue().longValue();
        }
        throw new CoercingParseLiteralException("Int must be a whole number of 64 bits.");
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return IntValue.of(((Number) input).intValue());
    }
}
