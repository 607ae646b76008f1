package io.text2vec.cluster.rest;

import io.text2vec.cluster.ObjectVectorizer;
import io.text2vec.cluster.ObjectVectorizer.Sent;
import io.text2vec.cluster.client.Cluster;
import io.text2vec.cluster.client.RestReply;
import io.text2vec.cluster.schema.Classes;
import io.text2vec.cluster.schema.ClusterClass;
import io.text2vec.cluster.schema.Tree;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.write.BatchVectors.Made;
import io.text2vec.web.JsonTree;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /v1/objects} and {@code /v1/batch/objects}: objects get the vectors that they lack. */
final class ObjectSteps {
    private static final String CLASS = "class";
    private static final String OBJECTS = "objects";
    private static final String PROPERTIES = "properties";
    private static final String VECTOR = "vector";
    private static final String VECTORS = "vectors";

    /** Parts of a path with class and id. */
    private static final int WITH_CLASS = 4;

    private final Cluster cluster;
    private final Classes classes;
    private final ObjectVectorizer vectorizer;

    ObjectSteps(Cluster cluster, Classes classes, ObjectVectorizer vectorizer) {
        this.cluster = cluster;
        this.classes = classes;
        this.vectorizer = vectorizer;
    }

    RestReply whole(Asked asked) {
        Map<String, Object> object = asked.json();
        Optional<ClusterClass> kind = classes.now(collection(asked, object));
        return send(asked, object, sent(object, kind, Optional.empty()));
    }

    /** The text of the whole object counts, changed and unchanged properties together. */
    RestReply change(Asked asked) {
        Map<String, Object> object = asked.json();
        Optional<ClusterClass> kind = classes.now(collection(asked, object));
        if (kind.filter(ClusterClass::vectorizes).isEmpty()) {
            return asked.same(cluster);
        }
        RestReply stored = cluster.send(HttpMethod.GET, where(asked, object), asked.headers(), null);
        if (!stored.ok()) {
            return asked.same(cluster); // to be told why
        }
        Map<String, Object> before = Tree.object(
                JsonTree.object(stored.body().getBytes(), "an object").get(PROPERTIES));
        Map<String, Object> after = new HashMap<>(before);
        Tree.object(object.get(PROPERTIES)).forEach((name, value) -> after.put(Names.property(name), value));
        Sent changed = new Sent(kind, after, given(object), Optional.of(before));
        return send(asked, object, changed);
    }

    /** The address of the object, with the tenant, which the body may name in place of the query. */
    private static String where(Asked asked, Map<String, Object> object) {
        String path = asked.uri().split("\\?", 2)[0];
        String tenant = Tree.text(object.get("tenant"));
        String query = asked.uri().contains("?") ? asked.uri().split("\\?", 2)[1] : "";
        return tenant.isEmpty() || asked.query().contains("tenant")
                ? asked.uri()
                : path + "?tenant=" + URLEncoder.encode(tenant, StandardCharsets.UTF_8)
                        + (query.isEmpty() ? "" : "&" + query);
    }

    private RestReply send(Asked asked, Map<String, Object> object, Sent sent) {
        return switch (vectorizer.make(List.of(sent)).getFirst()) {
            case Made.Failed failed -> throw failed.why();
            case Made.Vectors made when made.vectors().isEmpty() -> asked.same(cluster);
            case Made.Vectors made -> asked.with(cluster, with(object, made.vectors()));
        };
    }

    private static String collection(Asked asked, Map<String, Object> object) {
        return asked.path().size() == WITH_CLASS ? asked.collection() : Tree.text(object.get(CLASS));
    }

    private static Sent sent(
            Map<String, Object> object, Optional<ClusterClass> kind, Optional<Map<String, Object>> before) {
        return new Sent(kind, Tree.object(object.get(PROPERTIES)), given(object), before);
    }

    private static Set<String> given(Map<String, Object> object) {
        Set<String> given = new HashSet<>();
        Tree.object(object.get(VECTORS)).forEach((name, vector) -> {
            if (!Tree.list(vector).isEmpty()) {
                given.add(name);
            }
        });
        if (!Tree.list(object.get(VECTOR)).isEmpty()) {
            given.add(VectorDef.LEGACY);
        }
        return given;
    }

    private static Map<String, Object> with(Map<String, Object> object, Map<String, float[]> made) {
        Map<String, Object> complete = new LinkedHashMap<>(object);
        Map<String, Object> named = Tree.object(object.get(VECTORS));
        made.forEach((name, vector) -> {
            if (name.equals(VectorDef.LEGACY)) {
                complete.put(VECTOR, vector);
            } else {
                named.put(name, vector);
            }
        });
        if (!named.isEmpty()) {
            complete.put(VECTORS, named);
        }
        return complete;
    }

    /** What can't be vectorised fails by itself; all others go on together. */
    RestReply batch(Asked asked) {
        Map<String, Object> body = asked.json();
        List<Map<String, Object>> objects =
                Tree.list(body.get(OBJECTS)).stream().map(Tree::object).toList();
        Map<String, Optional<ClusterClass>> kinds = new HashMap<>();
        List<Sent> sent = new ArrayList<>();
        for (Map<String, Object> object : objects) {
            String name = Tree.text(object.get(CLASS));
            Optional<ClusterClass> kind = kinds.computeIfAbsent(name, classes::now);
            sent.add(sent(object, kind, Optional.empty()));
        }
        List<Made> made = vectorizer.make(sent);
        List<Object> onward = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            if (made.get(i) instanceof Made.Vectors vectors) {
                onward.add(vectors.vectors().isEmpty() ? objects.get(i) : with(objects.get(i), vectors.vectors()));
            }
        }
        if (onward.isEmpty() && !objects.isEmpty()) {
            return BatchResults.of(objects, made, List.<Object>of().iterator());
        }
        Map<String, Object> complete = new LinkedHashMap<>(body);
        complete.put(OBJECTS, onward);
        RestReply reply = asked.with(cluster, complete);
        if (!reply.ok() || onward.size() == objects.size()) {
            return reply;
        }
        Iterator<Object> answers =
                JsonTree.list(reply.body().getBytes(), "a list").iterator();
        return BatchResults.of(objects, made, answers);
    }
}
