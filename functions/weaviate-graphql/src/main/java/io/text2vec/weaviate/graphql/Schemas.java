package io.text2vec.weaviate.graphql;

import graphql.GraphQL;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.schema.CollectionDef;
import java.util.List;
import java.util.Map;

/** Makes the schema of the collections, and remembers it until they change. For any thread. */
final class Schemas {
    private final Reads reads;
    private final int defaultLimit;
    private final Limits limits;
    private volatile Made last;

    private record Made(List<CollectionDef> of, GraphQL graphQl) {}

    Schemas(Reads reads, int defaultLimit, Limits limits) {
        this.reads = reads;
        this.defaultLimit = defaultLimit;
        this.limits = limits;
    }

    /** @param collections at least one */
    GraphQL of(List<CollectionDef> collections) {
        Made made = last;
        if (made == null || !made.of().equals(collections)) {
            made = new Made(collections, make(collections));
            last = made;
        }
        return made.graphQl();
    }

    private GraphQL make(List<CollectionDef> collections) {
        TypeRuntimeWiring.Builder get = TypeRuntimeWiring.newTypeWiring(SchemaText.GET);
        TypeRuntimeWiring.Builder aggregate = TypeRuntimeWiring.newTypeWiring(SchemaText.AGGREGATE);
        for (CollectionDef collection : collections) {
            get.dataFetcher(collection.name(), new GetFetcher(collection, reads, defaultLimit));
            aggregate.dataFetcher(collection.name(), new AggregateFetcher(collection, reads));
        }
        DataFetcher<Object> empty = query -> Map.of();
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .strictMode(false) // Int is there already
                .scalar(WholeNumber.INT)
                .scalar(JsonObject.named("_VectorPerTarget", "A vector, or a list of some, for each target"))
                .scalar(JsonObject.named(
                        "_Weights", "A weight for each target, or a list where it has several vectors"))
                .type("_Query", query -> query.dataFetcher("Get", empty).dataFetcher("Aggregate", empty))
                .type("_Texts", texts -> texts.dataFetcher(AggregateFetcher.TOP, Schemas::top))
                .type(get)
                .type(aggregate)
                .wiringFactory(new MapFields())
                .build();
        GraphQLSchema schema = new SchemaGenerator()
                .makeExecutableSchema(new SchemaParser().parse(SchemaText.of(collections)), wiring);
        return GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(new FetchFailures())
                .instrumentation(limits.instrumentation())
                .build();
    }

    /** As many as this field asks for; another one of the query may have asked for more. */
    private static List<?> top(DataFetchingEnvironment query) {
        List<?> all = (List<?>) MapFields.value(query);
        int limit = new Arguments(query.getArguments()).whole("limit").orElse(AggregateFetcher.OCCURRENCES);
        return all.subList(0, Math.min(limit, all.size()));
    }
}
