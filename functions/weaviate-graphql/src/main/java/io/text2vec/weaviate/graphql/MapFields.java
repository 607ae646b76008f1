package io.text2vec.weaviate.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.Map;

/** Reads fields from maps by their names. */
final class MapFields implements WiringFactory {
    /** Where a map says of which type it is; no property is called so. */
    static final String TYPE = " type";

    @Override
    public boolean providesTypeResolver(UnionWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
        return query -> query.getSchema().getObjectType((String) ((Map<?, ?>) query.getObject()).get(TYPE));
    }

    @Override
    public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
        return MapFields::value;
    }

    static Object value(DataFetchingEnvironment query) {
        return ((Map<?, ?>) query.getSource()).get(query.getField().getName());
    }
}
