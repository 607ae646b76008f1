package io.text2vec.collections.read;

import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.query.Targets.Combination;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.VectorLengths;
import io.text2vec.collections.vectorize.VectorRequests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns texts that a search is near to into vectors, for whoever searches by vectors elsewhere. Blocks; for any thread. */
public final class TextVectors {
    private final QueryVectors vectors;

    public TextVectors(Engine engine, VectorRequests requests, BoundModel models) {
        vectors = new QueryVectors(engine, requests, models, new VectorLengths(engine));
    }

    /**
     * Makes a vector for each target.
     *
     * @param targets names of vectors; none: the only one of the collection
     * @return by name, in the order of the targets
     * @throws io.text2vec.collections.CollectionException why there are none
     */
    public Map<String, float[]> of(
            Source.Texts texts, CollectionDef collection, Optional<String> tenant, List<String> targets) {
        Map<String, float[]> single = new LinkedHashMap<>();
        vectors.of(
                        texts,
                        collection,
                        tenant,
                        new TargetVectors(collection, new Targets(targets, Combination.MINIMUM, Map.of())))
                .forEach((name, made) -> single.put(name, made.getFirst()));
        return single;
    }
}
