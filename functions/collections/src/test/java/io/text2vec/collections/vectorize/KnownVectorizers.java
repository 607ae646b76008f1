package io.text2vec.collections.vectorize;

import io.text2vec.collections.CollectionException;
import io.text2vec.embedder.Embedder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Embedders in place of vectorizers elsewhere: some for the addresses of classes, some for the tasks of all. */
public final class KnownVectorizers implements RemoteVectorizers {
    private final Map<String, VectorSource> byUrl = new HashMap<>();
    private final Map<String, VectorSource> byTask = new HashMap<>();

    public KnownVectorizers at(String url, Embedder embedder) {
        byUrl.put(url, new ProcessModel(embedder));
        return this;
    }

    public KnownVectorizers common(String task, Embedder embedder) {
        byTask.put(task, new ProcessModel(embedder));
        return this;
    }

    /** How a process asks whose own model is an embedder. */
    public VectorRequests beside(Embedder own) {
        return new VectorRequests(new ProcessModel(own), this);
    }

    @Override
    public Optional<VectorSource> common(String task) {
        return Optional.ofNullable(byTask.get(task));
    }

    @Override
    public VectorSource at(String url) {
        return Optional.ofNullable(byUrl.get(url))
                .orElseThrow(() -> new CollectionException.Invalid("Nobody calls " + url + "."));
    }

    @Override
    public Map<String, Object> about() {
        return Map.of();
    }
}
