package io.text2vec.weaviate.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Schema;
import io.text2vec.weaviate.rest.GraphQl;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers queries. */
@Singleton
final class GraphQlAnswer implements GraphQl {
    private final Schema schema;
    private final Schemas schemas;
    private final boolean disabled;

    @Inject
    GraphQlAnswer(Schema schema, Reads reads, GraphQlConfig config) {
        this(
                schema,
                new Schemas(reads, config.defaultLimit(), new Limits(config.depth(), config.cost())),
                config.disabled());
    }

    GraphQlAnswer(Schema schema, Schemas schemas, boolean disabled) {
        this.schema = schema;
        this.schemas = schemas;
        this.disabled = disabled;
    }

    @Override
    public Map<String, Object> answer(Map<String, Object> request) {
        if (disabled) {
            throw new Unsupported("GraphQL is switched off by DISABLE_GRAPHQL.");
        }
        if (!(request.get("query") instanceof String query) || query.isBlank()) {
            throw new Invalid("query must be a query, such as {Get{Film{title}}}.");
        }
        List<CollectionDef> collections = List.copyOf(schema.all());
        if (collections.isEmpty()) {
            throw new Invalid("There is no collection yet that could be asked for.");
        }
        return write(schemas.of(collections).execute(input(request, query)));
    }

    private static ExecutionInput input(Map<String, Object> request, String query) {
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput().query(query);
        if (request.get("operationName") instanceof String name && !name.isEmpty()) {
            input.operationName(name);
        }
        if (request.get("variables") instanceof Map<?, ?> variables) {
            Map<String, Object> all = new LinkedHashMap<>();
            variables.forEach((name, value) -> all.put(name.toString(), value));
            input.variables(all);
        }
        return input.build();
    }

    private static Map<String, Object> write(ExecutionResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (result.isDataPresent()) {
            json.put("data", result.getData());
        }
        if (!result.getErrors().isEmpty()) {
            json.put(
                    "errors",
                    result.getErrors().stream().map(GraphQlAnswer::error).toList());
        }
        return json;
    }

    private static Map<String, Object> error(GraphQLError error) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("message", error.getMessage());
        if (error.getLocations() != null) {
            json.put(
                    "locations",
                    error.getLocations().stream()
                            .map(at -> Map.of("line", (Object) at.getLine(), "column", at.getColumn()))
                            .toList());
        }
        json.put("path", error.getPath());
        return json;
    }
}
