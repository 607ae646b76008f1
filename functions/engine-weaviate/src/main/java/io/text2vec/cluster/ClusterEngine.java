package io.text2vec.cluster;

import io.text2vec.cluster.client.Refused;
import io.text2vec.cluster.client.RestReply;
import io.text2vec.cluster.schema.ClusterClass;
import io.text2vec.cluster.schema.Tree;
import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.web.JsonTree;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A Weaviate as far as the making of vectors needs an engine: what classes there are, whose vectors they hold, and stored
 * objects. Everything else goes from the doors to Weaviate as it came, and is refused here by name.
 */
final class ClusterEngine implements Engine {
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
    public OptionalInt vectorLength(String collection, String vector) {
        return OptionalInt.empty();
    }

    @Override
    public List<Optional<StoredObject>> get(String collection, Optional<String> tenant, List<UUID> ids) {
        return ids.stream().map(id -> get(collection, tenant, id)).toList();
    }

    private Optional<StoredObject> get(String collection, Optional<String> tenant, UUID id) {
        RestReply reply = parts.cluster()
                .get("/v1/objects/%s/%s?include=vector%s"
                        .formatted(
                                encoded(collection),
                                id,
                                tenant.map(name -> "&tenant=" + encoded(name)).orElse("")));
        if (reply.notThere()) {
            return Optional.empty();
        }
        if (!reply.ok()) {
            throw new Refused(reply);
        }
        Map<String, Object> json = JsonTree.object(reply.body().getBytes(), "an object");
        return Optional.of(new StoredObject(id, 0, 0, Map.of(), vectors(json)));
    }

    private static Map<String, float[]> vectors(Map<String, Object> json) {
        Map<String, float[]> vectors = new HashMap<>();
        Tree.object(json.get("vectors")).forEach((name, vector) -> vectors.put(name, floats(Tree.list(vector))));
        List<?> only = Tree.list(json.get("vector"));
        if (!only.isEmpty()) {
            vectors.put(VectorDef.LEGACY, floats(only));
        }
        return vectors;
    }

    private static float[] floats(List<?> numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            if (!(numbers.get(i) instanceof Number number)) {
                throw new Unsupported("The object's vector is a list of vectors; a query can't be moved by it.");
            }
            floats[i] = number.floatValue();
        }
        return floats;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
    public List<Optional<CollectionException>> write(String collection, Optional<String> tenant, List<Write> writes) {
        throw notHere("import");
    }

    @Override
    public SearchResult search(Query query) {
        throw notHere("search");
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
        return new Unsupported("With TEXT2VEC_ENGINE=weaviate, " + what
                + " with Weaviate's REST or gRPC: the functions by name don't do it there yet.");
    }

    @Override
    public void close() {
        parts.cluster().close();
    }
}
