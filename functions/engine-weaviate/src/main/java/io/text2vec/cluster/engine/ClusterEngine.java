package io.text2vec.cluster.engine;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.text2vec.cluster.ActiveCluster;
import io.text2vec.cluster.schema.ClusterClass;
import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.engine.AggregateQuery;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.weaviate.grpc.GrpcPaths;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A Weaviate as far as the functions by name and the making of vectors need an engine: what classes there are, whose
 * vectors they hold, imports and searches. Everything else goes from the doors to Weaviate as it came, and is refused here
 * by name.
 */
final class ClusterEngine implements Engine {
    private static final String SEARCH = GrpcPaths.WEAVIATE + "Search";
    private static final String BATCH = GrpcPaths.WEAVIATE + "BatchObjects";

    private final ActiveCluster.Parts parts;

    ClusterEngine(ActiveCluster.Parts parts) {
        this.parts = parts;
    }

    @Override
    public Collection<CollectionDef> collections() {
        return parts.classes().all().stream().map(ClusterClass::definition).toList();
    }

    @Override
    public Optional<CollectionDef> collection(String name) {
        if (parts.cluster().credentials().lackCaller()) {
            throw new Unsupported("With TEXT2VEC_WEAVIATE_CREDENTIALS=caller, import and search with Weaviate's REST or"
                    + " gRPC: the functions by name don't send their callers' credentials on.");
        }
        return parts.classes().lately(name).map(ClusterClass::definition);
    }

    @Override
    public Optional<String> model(String collection) {
        return parts.classes().lately(collection).map(ClusterClass::model).filter(model -> !model.isEmpty());
    }

    /** A class is bound when it is made: Weaviate takes no other record later. */
    @Override
    public void bindModel(String collection, String fingerprint) {}

    /** Weaviate checks the lengths of vectors itself. */
    @Override
    public OptionalInt vectorLength(String collection, Optional<String> tenant, String vector) {
        return OptionalInt.empty();
    }

    /** In one call, and of ids that stand twice once. */
    @Override
    public List<Optional<StoredObject>> get(String collection, Optional<String> tenant, List<UUID> ids) {
        Map<UUID, StoredObject> found = new HashMap<>();
        Optional<ClusterClass> kind =
                ids.isEmpty() ? Optional.empty() : parts.classes().lately(collection);
        kind.ifPresent(known -> ask(SearchMessage.byIds(
                        known.definition(), tenant, ids.stream().distinct().toList()))
                .getResultsList()
                .forEach(result -> {
                    StoredObject object = HitMessage.object(result);
                    found.put(object.id(), object);
                }));
        return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
    }

    /** Weaviate's auto-schema does, when the objects come. */
    @Override
    public boolean completesSchema() {
        return true;
    }

    /**
     * {@inheritDoc} Objects go in one batch, which is sent again when a connection breaks, since each replaces what has its
     * id.
     */
    @Override
    public List<Optional<CollectionException>> write(String collection, Optional<String> tenant, List<Write> writes) {
        Map<UUID, CollectionException> failures = new HashMap<>();
        Map<UUID, BatchObject> batch = new LinkedHashMap<>(); // a batch has no order: of an id only the last goes
        for (Write write : writes) {
            if (!(write instanceof Write.Put(StoredObject object))) {
                throw notHere("delete objects");
            }
            try {
                batch.put(object.id(), ObjectMessage.write(collection, tenant, object));
                failures.remove(object.id());
            } catch (CollectionException unsendable) {
                batch.remove(object.id());
                failures.put(object.id(), unsendable);
            }
        }
        if (!batch.isEmpty()) {
            send(List.copyOf(batch.values()), failures);
            if (completed(collection, writes)) {
                parts.classes().changed();
            }
        }
        return writes.stream()
                .map(write -> Optional.ofNullable(failures.get(write.id())))
                .toList();
    }

    private void send(List<BatchObject> batch, Map<UUID, CollectionException> failures) {
        BatchObjectsRequest request =
                BatchObjectsRequest.newBuilder().addAllObjects(batch).build();
        call(BATCH, request, BatchObjectsReply.parser())
                .getErrorsList()
                .forEach(error -> failures.put(
                        UUID.fromString(batch.get(error.getIndex()).getUuid()),
                        new EngineFailed(error.getError(), null)));
    }

    /** Whether objects brought what the class didn't have, so that Weaviate has changed it. */
    private boolean completed(String collection, List<Write> writes) {
        Optional<CollectionDef> known = parts.classes().lately(collection).map(ClusterClass::definition);
        return known.isEmpty()
                || writes.stream()
                        .flatMap(write -> ((Write.Put) write).object().properties().keySet().stream())
                        .distinct()
                        .anyMatch(name -> known.get().property(name).isEmpty());
    }

    @Override
    public SearchResult search(Query query) {
        return new SearchResult(
                ask(SearchMessage.write(query)).getResultsList().stream()
                        .map(result -> HitMessage.read(result, query.ranking()))
                        .toList(),
                List.of());
    }

    private SearchReply ask(SearchRequest request) {
        return call(SEARCH, request, SearchReply.parser());
    }

    private <T> T call(String path, MessageLite request, Parser<T> parser) {
        try {
            return parser.parseFrom(parts.cluster().call(path, request.toByteArray(), true));
        } catch (InvalidProtocolBufferException broken) {
            throw new EngineFailed("Weaviate's reply can't be read: " + broken.getMessage(), broken);
        } catch (RuntimeException failure) {
            throw CallFailures.of(failure);
        }
    }

    @Override
    public void create(CollectionDef definition) {
        throw notHere("make collections");
    }

    @Override
    public void update(CollectionDef definition) {
        throw notHere("change collections");
    }

    @Override
    public void delete(String name) {
        throw notHere("delete collections");
    }

    @Override
    public Aggregated aggregate(AggregateQuery query) {
        throw notHere("aggregate");
    }

    @Override
    public long count(String collection, Optional<String> tenant, Optional<Filter> filter) {
        throw notHere("count");
    }

    @Override
    public Deleted delete(String collection, Optional<String> tenant, Filter filter, int most, boolean dryRun) {
        throw notHere("delete by a filter");
    }

    @Override
    public List<Shard> shards(String collection) {
        throw notHere("list shards");
    }

    private static Unsupported notHere(String what) {
        return new Unsupported("With TEXT2VEC_ENGINE=weaviate, " + what + " with Weaviate's REST or gRPC.");
    }

    @Override
    public void close() {
        parts.cluster().close();
    }
}
