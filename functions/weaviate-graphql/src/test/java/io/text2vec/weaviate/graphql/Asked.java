package io.text2vec.weaviate.graphql;

import io.text2vec.collections.engine.Write;
import io.text2vec.collections.object.ObjectReader;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.read.EmbeddingReads;
import io.text2vec.collections.read.QueryLimits;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.SchemaService;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.VectorRequests;
import io.text2vec.lucene.LuceneEngine;
import io.text2vec.lucene.LuceneSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** GraphQL on the embedded engine; what stands in a query is all that a test needs. */
final class Asked implements AutoCloseable {
    static final Limits LIMITS = new Limits(30, 2000);

    final SchemaService schema;
    private final LuceneEngine engine;
    private final GraphQlAnswer graphQl;

    Asked(Path directory) {
        this(directory, LIMITS);
    }

    Asked(Path directory, Limits limits) {
        engine = LuceneEngine.open(LuceneSettings.of(directory));
        schema = new SchemaService(engine, SchemaSettings.DEFAULTS);
        var nobody = new VectorRequests(null, null); // no text becomes a vector here
        var reads = new EmbeddingReads(engine, schema, nobody, new BoundModel(engine), QueryLimits.DEFAULTS);
        graphQl = new GraphQlAnswer(schema, new Schemas(reads, 100, limits), false);
    }

    /** @param properties names and data types, such as {@code title:text} or {@code about:Person|Place} */
    void collection(String name, String... properties) {
        schema.create(Map.of(
                "class",
                name,
                "properties",
                List.of(properties).stream().map(Asked::property).toList()));
    }

    private static Map<String, Object> property(String text) {
        String[] both = text.split(":");
        return Map.of("name", both[0], "dataType", List.of(both[1].split("\\|")));
    }

    /** One with several vectors, and no properties. */
    void vectors(String name, String... vectors) {
        schema.create(Map.of(
                "class",
                name,
                "vectorConfig",
                Arrays.stream(vectors)
                        .collect(Collectors.toMap(
                                vector -> vector, vector -> Map.of("vectorizer", Map.of("none", Map.of()))))));
    }

    void put(String collection, int number, Map<String, Object> properties, float... vector) {
        put(collection, number, properties, vector.length == 0 ? Map.of() : Map.of("", vector));
    }

    void put(String collection, int number, Map<String, Object> properties, Map<String, float[]> vectors) {
        CollectionDef definition = schema.get(collection);
        engine.write(
                collection,
                Optional.empty(),
                List.of(new Write.Put(new StoredObject(
                        new UUID(0, number), number, number, ObjectReader.read(definition, properties), vectors))));
    }

    /** The whole answer. */
    Map<String, Object> answer(String query) {
        return graphQl.answer(Map.of("query", query));
    }

    Map<String, Object> answer(String query, Map<String, Object> variables) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("query", query));
        request.put("variables", variables);
        return graphQl.answer(request);
    }

    /** What a path of the data leads to; the answer has no errors. */
    Object data(String query, String... path) {
        Map<String, Object> answer = answer(query);
        if (answer.containsKey("errors")) {
            throw new AssertionError(answer.get("errors").toString());
        }
        Object at = answer.get("data");
        for (String name : path) {
            at = ((Map<?, ?>) at).get(name);
        }
        return at;
    }

    /** The message of the first error. */
    String error(String query) {
        List<?> errors = (List<?>) answer(query).get("errors");
        return (String) ((Map<?, ?>) errors.getFirst()).get("message");
    }

    @Override
    public void close() {
        engine.close();
    }
}
