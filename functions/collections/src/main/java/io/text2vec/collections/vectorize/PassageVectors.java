package io.text2vec.collections.vectorize;

import io.text2vec.collections.vectorize.ObjectVectors.Missing;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.Embedding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the vectors of one object, and waits for them. */
public final class PassageVectors {
    private final Embedder embedder;

    public PassageVectors(Embedder embedder) {
        this.embedder = embedder;
    }

    /**
     * Makes all of them at once.
     *
     * @return by the vectors' names
     * @throws io.text2vec.collections.CollectionException why there are none
     */
    public Map<String, float[]> make(List<Missing> missing) {
        Map<String, float[]> made = HashMap.newHashMap(missing.size());
        if (!missing.isEmpty()) {
            List<EmbedRequest> requests = missing.stream().map(Missing::request).toList();
            List<Embedding> embeddings = EmbedFailures.await(embedder.embedAll(requests));
            for (int i = 0; i < missing.size(); i++) {
                made.put(missing.get(i).vector(), embeddings.get(i).vector());
            }
        }
        return made;
    }
}
