package io.text2vec.collections.vectorize;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.TransformersSettings;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.schema.Vectorizer;
import io.text2vec.embedder.EmbedRequest;
import java.util.Optional;

/** Says who makes the vector of a text, and how it is asked for: as the settings of the collection's vector say. */
public final class VectorRequests {
    private final VectorSource here;
    private final RemoteVectorizers elsewhere;

    /** @param here makes what nobody else does */
    public VectorRequests(VectorSource here, RemoteVectorizers elsewhere) {
        this.here = here;
        this.elsewhere = elsewhere;
    }

    /**
     * For the text of an object.
     *
     * @throws CollectionException.Invalid if the vector has no vectorizer, or one that this process doesn't call
     */
    public TextToMake passage(CollectionDef collection, VectorDef vector, String text) {
        return request(collection, vector, text, EmbedRequest.PASSAGE);
    }

    /** For a text that is searched with; fails as the other. */
    public TextToMake query(CollectionDef collection, VectorDef vector, String text) {
        return request(collection, vector, text, EmbedRequest.QUERY);
    }

    private TextToMake request(CollectionDef collection, VectorDef vector, String text, String task) {
        if (!vector.vectorizer().module().equals(Vectorizer.TRANSFORMERS)) {
            throw new CollectionException.Invalid(
                    VectorNames.of(collection, vector.name()) + " has no vectorizer: give a vector instead of a text.");
        }
        TransformersSettings settings = TransformersSettings.of(vector.vectorizer());
        EmbedRequest request = new EmbedRequest(
                text, Optional.of(task), Optional.of(settings.poolingStrategy()), settings.dimensions());
        return settings.inferenceUrl(task)
                .map(url -> new TextToMake(
                        elsewhere.at(url),
                        new ModelScope(
                                vector.name(), task, settings.inferenceUrl().isEmpty()),
                        request))
                .orElseGet(() -> common(task, request));
    }

    private TextToMake common(String task, EmbedRequest request) {
        VectorSource source = source(task);
        boolean apart = source(EmbedRequest.PASSAGE) != source(EmbedRequest.QUERY);
        return new TextToMake(source, new ModelScope("", task, apart), request);
    }

    private VectorSource source(String task) {
        return elsewhere.common(task).orElse(here);
    }
}
