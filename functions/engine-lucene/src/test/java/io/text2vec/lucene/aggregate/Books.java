package io.text2vec.lucene.aggregate;

import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.aggregate.Asked;
import io.text2vec.collections.aggregate.Statistic;
import io.text2vec.collections.engine.AggregateQuery;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.PropertyType;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.lucene.QueryRunner;
import io.text2vec.lucene.TestCollections;
import io.text2vec.lucene.document.Shelf;
import io.text2vec.lucene.filter.NothingPointed;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A collection with a property of each type that can be aggregated, each once with and once without an index. */
final class Books implements AutoCloseable {
    static final CollectionDef DEFINITION = TestCollections.of(
            List.of(
                    TestCollections.text("title", Tokenization.WORD),
                    property("tags", PropertyType.many(DataType.TEXT), true),
                    property("blurb", PropertyType.one(DataType.TEXT), false),
                    property("pages", PropertyType.one(DataType.INT), true),
                    property("pagesBare", PropertyType.one(DataType.INT), false),
                    property("ratings", PropertyType.many(DataType.INT), true),
                    property("price", PropertyType.one(DataType.NUMBER), true),
                    property("sold", PropertyType.one(DataType.BOOLEAN), true),
                    property("flags", PropertyType.many(DataType.BOOLEAN), true),
                    property("printed", PropertyType.one(DataType.DATE), true),
                    property("shelf", PropertyType.one(DataType.UUID), true)),
            TestCollections.vector("", Distance.L2_SQUARED));

    private final Shelf shelf = new Shelf(DEFINITION);

    Books() throws IOException {}

    private static Property property(String name, PropertyType type, boolean indexed) {
        return new Property(
                name,
                Optional.empty(),
                type,
                indexed,
                false,
                false,
                type.of() == DataType.TEXT ? Optional.of(Tokenization.WORD) : Optional.empty(),
                List.of(),
                Map.of());
    }

    /** Adds a segment of books, whose vectors are their numbers. */
    void put(StoredObject... books) throws IOException {
        shelf.put(books);
    }

    void delete(int number) throws IOException {
        shelf.delete(id(number));
    }

    static StoredObject book(int number, Map<String, Value> properties) {
        return new StoredObject(id(number), number, number, properties, Map.of("", new float[] {number}));
    }

    static UUID id(int number) {
        return new UUID(0x4000L, number);
    }

    static Value many(Value... all) {
        return new Value.Many(List.of(all));
    }

    static Asked everything(String property) {
        return new Asked(property, EnumSet.allOf(Statistic.class), 0);
    }

    static Asked top(String property, int occurrences) {
        return new Asked(property, EnumSet.noneOf(Statistic.class), occurrences);
    }

    Asking ask(Asked... properties) {
        return new Asking(List.of(properties));
    }

    @Override
    public void close() throws IOException {
        shelf.close();
    }

    /** An aggregation of the books, of which a test says what it is about. */
    final class Asking {
        private final List<Asked> properties;
        private Ranking ranking = new Ranking.None();
        private Optional<Filter> filter = Optional.empty();
        private OptionalInt objectLimit = OptionalInt.empty();
        private Optional<String> groupBy = Optional.empty();
        private int groups = 100;

        private Asking(List<Asked> properties) {
            this.properties = properties;
        }

        Asking among(Ranking ranking, OptionalInt objectLimit) {
            this.ranking = ranking;
            this.objectLimit = objectLimit;
            return this;
        }

        Asking fitting(Filter filter) {
            this.filter = Optional.of(filter);
            return this;
        }

        Asking by(String property, int groups) {
            this.groupBy = Optional.of(property);
            this.groups = groups;
            return this;
        }

        List<Aggregated.Group> run() throws IOException {
            var query = new AggregateQuery(
                    DEFINITION, Optional.empty(), ranking, filter, objectLimit, groupBy, groups, properties);
            return new Aggregation(shelf.searcher(), query, QueryRunner.HYBRID_DEPTH, new NothingPointed())
                    .run()
                    .groups();
        }

        Aggregated.Group one() throws IOException {
            return run().getFirst();
        }
    }
}
