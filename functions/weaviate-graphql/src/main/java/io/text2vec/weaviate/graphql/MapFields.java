package io.text2vec.weaviate.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.Map;

/** Reads fields from maps by their names. */
final class MapFields implements WiringFactory {

    @Override
    public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
        return MapFields::value;
    }

    static Object value(DataFetchingEnvironment query) {
        return ((Map<?, ?>) query.getSource()).get(query.getField().getName());
    }
}
