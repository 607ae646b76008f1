package io.text2vec.collections.read;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.query.Cutoff;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Distance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes of a search, whose rules have been checked, what an engine ranks by. */
final class Rankings {
    private final QueryVectors vectors;

    Rankings(QueryVectors vectors) {
        this.vectors = vectors;
    }

    Ranking of(Search search, CollectionDef collection, Optional<String> tenant) {
        return switch (search) {
            case Search.Fetch _ -> new Ranking.None();
            case Search.Near near -> near(near, collection, tenant);
            case Search.Keyword keyword -> new Ranking.Keyword(keyword.query(), keyword.properties(), keyword.match());
            case Search.Hybrid hybrid -> hybrid(hybrid, collection, tenant);
        };
    }

    private Ranking.Near near(Search.Near near, CollectionDef collection, Optional<String> tenant) {
        TargetVectors targets = new TargetVectors(collection, near.targets());
        OptionalDouble maxDistance = near.cutoff()
                .map(cutoff -> switch (cutoff) {
                    case Cutoff.Distance distance -> OptionalDouble.of(distance.most());
                    case Cutoff.Certainty certainty -> OptionalDouble.of(distance(certainty, targets));
                })
                .orElse(OptionalDouble.empty());
        return near(near.source(), targets, maxDistance, collection, tenant);
    }

    private static double distance(Cutoff.Certainty certainty, TargetVectors targets) {
        if (targets.distinct().size() > 1) {
            throw new Invalid("A certainty needs a single target; give a distance.");
        }
        Distance metric = targets.vector(targets.distinct().getFirst()).index().distance();
        if (metric != Distance.COSINE) {
            throw new Invalid("A certainty is there for the distance cosine alone, and this is " + metric.word()
                    + "; give a distance.");
        }
        return 2 * (1 - certainty.least());
    }

    private Ranking.Near near(
            Source source,
            TargetVectors targets,
            OptionalDouble maxDistance,
            CollectionDef collection,
            Optional<String> tenant) {
        Map<String, List<float[]>> byTarget = vectors.of(source, collection, tenant, targets);
        Map<String, Integer> counts = new LinkedHashMap<>();
        byTarget.forEach((name, all) -> counts.put(name, all.size()));
        Map<String, List<Double>> weights = targets.weights(counts);
        List<Ranking.Target> all = new ArrayList<>();
        byTarget.forEach((name, each) -> {
            for (int i = 0; i < each.size(); i++) {
                all.add(new Ranking.Target(name, each.get(i), weights.get(name).get(i)));
            }
        });
        return new Ranking.Near(all, targets.combination(), maxDistance);
    }

    /** A side of no weight is left out, and so is the search for words where there are none: it would find nothing. */
    private Ranking.Hybrid hybrid(Search.Hybrid hybrid, CollectionDef collection, Optional<String> tenant) {
        boolean words = hybrid.alpha() < 1 && !hybrid.query().isBlank();
        return new Ranking.Hybrid(
                hybrid.alpha() > 0 ? Optional.of(nearHybrid(hybrid, collection, tenant)) : Optional.empty(),
                words
                        ? Optional.of(new Ranking.Keyword(hybrid.query(), hybrid.properties(), hybrid.match()))
                        : Optional.empty(),
                hybrid.alpha(),
                hybrid.fusion());
    }

    private Ranking.Near nearHybrid(Search.Hybrid hybrid, CollectionDef collection, Optional<String> tenant) {
        Source source = hybrid.source()
                .orElseGet(() -> new Source.Texts(List.of(hybrid.query()), Optional.empty(), Optional.empty()));
        Targets targets = hybrid.targets();
        return near(source, new TargetVectors(collection, targets), hybrid.maxDistance(), collection, tenant);
    }
}
