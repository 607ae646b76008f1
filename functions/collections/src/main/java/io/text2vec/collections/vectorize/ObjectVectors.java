package io.text2vec.collections.vectorize;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.text.ObjectText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Says which vectors of an object are to be made, of which texts. For any thread. */
public final class ObjectVectors {
    private final VectorRequests requests;
    private final VectorizeSettings settings;
    private final Map<String, Fitted> fitted = new ConcurrentHashMap<>();

    public ObjectVectors(VectorRequests requests, VectorizeSettings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    /** What depends on the collection alone. */
    private record Fitted(CollectionDef collection, List<Rule> rules) {}

    private record Rule(VectorDef vector, ObjectText text) {}

    /**
     * A vector to be made.
     *
     * @param vector its name
     */
    public record Missing(String vector, ObjectText rule, TextToMake text) {}

    /**
     * The vectors that an object has by its text, except those that came with it.
     *
     * @throws io.text2vec.collections.CollectionException.Invalid if one is to be made by somebody whom this process doesn't call
     */
    public List<Missing> missing(CollectionDef collection, Map<String, Value> properties, Map<String, float[]> given) {
        List<Missing> missing = new ArrayList<>();
        for (Rule rule : rules(collection)) {
            VectorDef vector = rule.vector();
            if (!given.containsKey(vector.name())) {
                rule.text()
                        .of(properties)
                        .map(text -> requests.passage(collection, vector, text))
                        .ifPresent(toMake -> missing.add(new Missing(vector.name(), rule.text(), toMake)));
            }
        }
        return missing;
    }

    /** The stored object's vector in place of one to be made, if it was made of the same values. */
    public Optional<float[]> kept(Missing missing, StoredObject stored, Map<String, Value> properties) {
        return settings.alwaysAnew() || !missing.rule().same(stored.properties(), properties)
                ? Optional.empty()
                : Optional.ofNullable(stored.vectors().get(missing.vector()));
    }

    private List<Rule> rules(CollectionDef collection) {
        return fitted.compute(
                        collection.name(),
                        (name, known) -> known != null && known.collection() == collection ? known : fit(collection))
                .rules();
    }

    private Fitted fit(CollectionDef collection) {
        return new Fitted(
                collection,
                collection.vectors().values().stream()
                        .filter(vector -> vector.vectorizer().vectorizes())
                        .map(vector -> new Rule(vector, new ObjectText(collection, vector, settings.lowercase())))
                        .toList());
    }
}
