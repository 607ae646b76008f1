package io.text2vec.collections.read;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.aggregate.AggregateRequest;
import io.text2vec.collections.aggregate.AggregateRules;
import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.engine.AggregateQuery;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterCheck;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.SearchRequest;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Schema;
import io.text2vec.collections.tenant.TenantAccess;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.VectorLengths;
import io.text2vec.collections.vectorize.VectorRequests;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Searches an engine, with the vectors that are made of its texts. */
public final class EmbeddingReads implements Reads {
    private final Engine engine;
    private final Schema schema;
    private final QueryLimits limits;
    private final Rankings rankings;
    private final TenantAccess tenants;

    public EmbeddingReads(
            Engine engine, Schema schema, VectorRequests requests, BoundModel models, QueryLimits limits) {
        this.engine = engine;
        this.schema = schema;
        this.limits = limits;
        tenants = new TenantAccess(engine);
        rankings = new Rankings(new QueryVectors(engine, requests, models, new VectorLengths(engine)));
    }

    @Override
    public CollectionDef collection(String name) {
        return schema.get(name);
    }

    @Override
    public SearchResult search(SearchRequest request) {
        CollectionDef collection = collection(request.collection(), request.tenant());
        RequestRules.check(request, collection);
        check(request.filter(), collection); // before a vector is made for nothing
        int limit = limits.limit(request.limit(), request.offset());
        return engine.search(new Query(
                collection,
                request.tenant(),
                rankings.of(request.search(), collection, request.tenant()),
                request.filter(),
                limit,
                request.offset(),
                request.after(),
                request.sort(),
                request.autocut().orElse(0) > 0 ? request.autocut() : OptionalInt.empty(),
                request.groupBy(),
                request.wanted()));
    }

    @Override
    public Optional<StoredObject> get(String collection, Optional<String> tenant, UUID id) {
        CollectionDef found = collection(collection, tenant);
        return engine.get(found.name(), tenant, List.of(id)).getFirst();
    }

    @Override
    public Aggregated aggregate(AggregateRequest request) {
        CollectionDef collection = collection(request.collection(), request.tenant());
        AggregateRules.check(request, collection);
        RequestRules.check(request.search(), collection);
        check(request.filter(), collection);
        request.objectLimit().ifPresent(limit -> limits.inRange("objectLimit", limit));
        return engine.aggregate(new AggregateQuery(
                collection,
                request.tenant(),
                rankings.of(request.search(), collection, request.tenant()),
                request.filter(),
                request.objectLimit(),
                request.groupBy(),
                limits.groups(request.groups()),
                request.properties()));
    }

    @Override
    public List<Optional<StoredObject>> getTargets(String collection, Optional<String> tenant, List<UUID> ids) {
        CollectionDef found = collection(collection);
        try {
            tenants.read(found, tenant);
            return engine.get(found.name(), tenant, ids);
        } catch (Invalid noTenant) {
            return Collections.nCopies(ids.size(), Optional.empty());
        }
    }

    @Override
    public long count(String collection, Optional<String> tenant, Optional<Filter> filter) {
        CollectionDef found = collection(collection, tenant);
        check(filter, found);
        return engine.count(found.name(), tenant, filter);
    }

    private void check(Optional<Filter> filter, CollectionDef collection) {
        filter.ifPresent(conditions -> FilterCheck.check(collection, conditions, limits.filters(), schema::find));
    }

    private CollectionDef collection(String name, Optional<String> tenant) {
        CollectionDef found = collection(name);
        tenants.read(found, tenant);
        return found;
    }
}
