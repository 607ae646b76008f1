package io.text2vec.cluster.rest;

import io.text2vec.cluster.client.Cluster;
import io.text2vec.cluster.client.RestReply;
import io.text2vec.cluster.schema.ClassForms;
import io.text2vec.cluster.schema.Classes;
import io.text2vec.cluster.schema.ClusterClass;
import io.text2vec.cluster.schema.Tree;
import io.text2vec.web.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/schema}: classes go to Weaviate and come back in their two forms. */
final class SchemaSteps {
    private static final String CLASSES = "classes";

    private final Cluster cluster;
    private final Classes classes;
    private final ClassForms forms;

    SchemaSteps(Cluster cluster, Classes classes, ClassForms forms) {
        this.cluster = cluster;
        this.classes = classes;
        this.forms = forms;
    }

    RestReply all(Asked asked) {
        RestReply reply = asked.same(cluster);
        if (!reply.ok()) {
            return reply;
        }
        Map<String, Object> json = read(reply);
        List<?> kept = Tree.list(json.get(CLASSES));
        Map<String, Object> shown = new LinkedHashMap<>(json);
        shown.put(
                CLASSES,
                kept.stream().map(each -> ClassForms.shown(Tree.object(each))).toList());
        return Asked.answer(reply, shown);
    }

    RestReply one(Asked asked) {
        return shown(asked.same(cluster));
    }

    RestReply create(Asked asked) {
        try {
            return shown(asked.with(cluster, forms.kept(asked.json(), Map.of())));
        } finally {
            classes.changed();
        }
    }

    RestReply update(Asked asked) {
        Map<String, Object> json = asked.json();
        Optional<ClusterClass> stored = classes.now(asked.collection());
        if (stored.isEmpty()) {
            return asked.same(cluster);
        }
        try {
            return shown(asked.with(cluster, forms.kept(json, stored.get().kept())));
        } finally {
            classes.changed();
        }
    }

    RestReply addProperty(Asked asked) {
        Map<String, Object> json = asked.json();
        Optional<ClusterClass> stored = classes.now(asked.collection());
        try {
            RestReply reply = asked.with(
                    cluster,
                    stored.map(known -> ClassForms.keptProperty(json, known)).orElse(json));
            return reply.ok() ? Asked.answer(reply, ClassForms.shownProperty(read(reply))) : reply;
        } finally {
            classes.changed();
        }
    }

    private static RestReply shown(RestReply reply) {
        return reply.ok() ? Asked.answer(reply, ClassForms.shown(read(reply))) : reply;
    }

    private static Map<String, Object> read(RestReply reply) {
        return JsonTree.object(reply.body().getBytes(), "an object");
    }
}
