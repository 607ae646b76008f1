package io.text2vec.collections.vectorize;

import java.util.Map;
import java.util.Optional;

/** The vectorizers elsewhere, of an application that can call any. */
public interface RemoteVectorizers {

    /**
     * The one that makes the vectors of classes that name none.
     *
     * @param task {@link io.text2vec.embedder.EmbedRequest#PASSAGE} or {@link io.text2vec.embedder.EmbedRequest#QUERY}
     * @return nothing if the model of this process does
     */
    Optional<VectorSource> common(String task);

    /**
     * The one at an address that a class names.
     *
     * @throws io.text2vec.collections.CollectionException.Invalid if this process doesn't call it, naming the setting
     */
    VectorSource at(String url);

    /** What the common ones tell of their models, as Weaviate shows it; empty if there are none, or none has told yet. */
    Map<String, Object> about();
}
