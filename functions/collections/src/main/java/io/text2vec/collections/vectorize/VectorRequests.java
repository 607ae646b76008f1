package io.text2vec.collections.vectorize;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.TransformersSettings;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.schema.Vectorizer;
import io.text2vec.embedder.EmbedRequest;
import java.util.Optional;

/**
 * Asks for the vector of a text as the settings of a collection's vector say.
 *
 * @param elsewhere name of a setting of this process that says that others make all vectors
 */
public record VectorRequests(Optional<String> elsewhere) {

    /**
     * For the text of an object.
     *
     * @throws CollectionException.Invalid if the vector has no vectorizer
     * @throws CollectionException.Unsupported if somebody else is to make it
     */
    public EmbedRequest passage(CollectionDef collection, VectorDef vector, String text) {
        return request(collection, vector, text, EmbedRequest.PASSAGE);
    }

    /** For a text that is searched with; fails as the other. */
    public EmbedRequest query(CollectionDef collection, VectorDef vector, String text) {
        return request(collection, vector, text, EmbedRequest.QUERY);
    }

    private EmbedRequest request(CollectionDef collection, VectorDef vector, String text, String task) {
        if (!vector.vectorizer().module().equals(Vectorizer.TRANSFORMERS)) {
            throw new CollectionException.Invalid(
                    VectorNames.of(collection, vector.name()) + " has no vectorizer: give a vector instead of a text.");
        }
        TransformersSettings settings = TransformersSettings.of(vector.vectorizer());
        settings.inferenceUrl()
                .map(url -> "inferenceUrl")
                .or(() -> settings.passageInferenceUrl().map(url -> "passageInferenceUrl"))
                .or(() -> elsewhere)
                .ifPresent(setting -> {
                    throw new CollectionException.Unsupported(
                            "%s is to be made elsewhere, as %s says. So far vectors are made in this process only: take %s away, or give the vector."
                                    .formatted(VectorNames.of(collection, vector.name()), setting, setting));
                });
        return new EmbedRequest(
                text, Optional.of(task), Optional.of(settings.poolingStrategy()), settings.dimensions());
    }
}
