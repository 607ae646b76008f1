package io.text2vec.collections.read;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.EmbedFailures;
import io.text2vec.collections.vectorize.ModelScope;
import io.text2vec.collections.vectorize.TextToMake;
import io.text2vec.collections.vectorize.VectorLengths;
import io.text2vec.collections.vectorize.VectorRequests;
import io.text2vec.collections.vectorize.VectorSource;
import io.text2vec.collections.vectorize.VectorSource.Made;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Turns what a search is to be near to into vectors, one or more for each target. */
final class QueryVectors {
    private final Engine engine;
    private final VectorRequests requests;
    private final BoundModel models;
    private final VectorLengths lengths;

    QueryVectors(Engine engine, VectorRequests requests, BoundModel models, VectorLengths lengths) {
        this.engine = engine;
        this.requests = requests;
        this.models = models;
        this.lengths = lengths;
    }

    /** The vectors of each target, by its name; as long as the stored ones. */
    Map<String, List<float[]>> of(
            Source source, CollectionDef collection, Optional<String> tenant, TargetVectors targets) {
        Map<String, List<float[]>> vectors =
                switch (source) {
                    case Source.Vector given -> forEach(targets, given.values());
                    case Source.Vectors given -> given(given, targets);
                    case Source.ObjectOf object -> stored(object.id(), collection, tenant, targets);
                    case Source.Texts texts -> made(texts, collection, tenant, targets);
                };
        vectors.forEach((name, all) -> all.forEach(vector -> lengths.check(collection, tenant, name, vector)));
        return vectors;
    }

    private static Map<String, List<float[]>> forEach(TargetVectors targets, float[] vector) {
        Map<String, List<float[]>> vectors = new LinkedHashMap<>();
        targets.distinct().forEach(name -> vectors.put(name, List.of(vector)));
        return vectors;
    }

    private static Map<String, List<float[]>> given(Source.Vectors given, TargetVectors targets) {
        Map<String, List<float[]>> vectors = new LinkedHashMap<>();
        for (String name : targets.distinct()) {
            List<float[]> all = given.byTarget().getOrDefault(name, List.of());
            if (all.isEmpty()) {
                throw new Invalid("The target '" + name + "' has no vector to search with.");
            }
            vectors.put(name, all);
        }
        return vectors;
    }

    private Map<String, List<float[]>> stored(
            UUID id, CollectionDef collection, Optional<String> tenant, TargetVectors targets) {
        StoredObject object = existing(collection, tenant, List.of(id)).getFirst();
        Map<String, List<float[]>> vectors = new LinkedHashMap<>();
        targets.distinct().forEach(name -> vectors.put(name, List.of(vector(object, name))));
        return vectors;
    }

    private List<StoredObject> existing(CollectionDef collection, Optional<String> tenant, List<UUID> ids) {
        List<Optional<StoredObject>> found = engine.get(collection.name(), tenant, ids);
        List<StoredObject> objects = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            UUID id = ids.get(i);
            objects.add(found.get(i)
                    .orElseThrow(
                            () -> new NotFound("%s has no object with the id %s.".formatted(collection.name(), id))));
        }
        return objects;
    }

    private static float[] vector(StoredObject object, String name) {
        float[] vector = object.vectors().get(name);
        if (vector == null) {
            throw new Invalid(
                    name.isEmpty()
                            ? "The object " + object.id() + " has no vector."
                            : "The object " + object.id() + " has no vector '" + name + "'.");
        }
        return vector;
    }

    private Map<String, List<float[]>> made(
            Source.Texts texts, CollectionDef collection, Optional<String> tenant, TargetVectors targets) {
        Moves moves = new Moves(texts);
        SequencedSet<TextToMake> wanted = new LinkedHashSet<>(); // targets of the same settings share one
        for (String name : targets.distinct()) {
            for (String concept : moves.concepts()) {
                wanted.add(requests.query(collection, targets.vector(name), concept));
            }
        }
        wanted.forEach(text -> text.check(collection, models));
        Map<TextToMake, float[]> made = make(wanted, collection);
        List<StoredObject> objects = existing(collection, tenant, List.copyOf(moves.objects()));
        Map<String, List<float[]>> vectors = new LinkedHashMap<>();
        for (String name : targets.distinct()) {
            float[] moved = moves.vector(
                    concept -> made.get(requests.query(collection, targets.vector(name), concept)),
                    id -> vector(
                            objects.stream()
                                    .filter(object -> object.id().equals(id))
                                    .findFirst()
                                    .orElseThrow(),
                            name));
            vectors.put(name, List.of(moved));
        }
        return vectors;
    }

    private Map<TextToMake, float[]> make(SequencedSet<TextToMake> wanted, CollectionDef collection) {
        Map<VectorSource, List<TextToMake>> bySource = wanted.stream().collect(Collectors.groupingBy(TextToMake::by));
        Map<VectorSource, CompletableFuture<Made>> coming = new HashMap<>();
        bySource.forEach((source, texts) -> coming.put(
                source, source.make(texts.stream().map(TextToMake::request).toList())));
        Map<TextToMake, float[]> all = new HashMap<>();
        try {
            bySource.forEach((source, texts) -> {
                Made made = EmbedFailures.await(coming.get(source));
                for (int i = 0; i < texts.size(); i++) {
                    compare(collection, texts.get(i).scope(), made.model());
                    all.put(texts.get(i), made.vectors().get(i));
                }
            });
        } finally {
            coming.values().forEach(each -> each.cancel(false)); // without effect on those that are done
        }
        return all;
    }

    /** Where queries have a model of their own, only queries can bind it. */
    private void compare(CollectionDef collection, ModelScope scope, String model) {
        if (scope.apart()) {
            models.bind(collection, scope, model);
        } else {
            models.check(collection, scope, model);
        }
    }
}
