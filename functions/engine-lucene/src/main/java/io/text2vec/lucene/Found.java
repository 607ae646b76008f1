package io.text2vec.lucene;

import io.text2vec.collections.rank.Fused;
import io.text2vec.lucene.hybrid.HybridHit;
import io.text2vec.lucene.keyword.KeywordHit;
import io.text2vec.lucene.vector.NearHit;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A document that a search found, before anything of it is read.
 *
 * @param explanation how the score came about, worked out when it is asked for
 */
record Found(int document, OptionalDouble distance, OptionalDouble score, Explanation explanation) {

    static Found fetched(int document) {
        return new Found(document, OptionalDouble.empty(), OptionalDouble.empty(), Optional::empty);
    }

    static Found near(NearHit hit) {
        return new Found(hit.document(), OptionalDouble.of(hit.distance()), OptionalDouble.empty(), Optional::empty);
    }

    static Found keyword(KeywordHit hit, Explainer explainer) {
        return new Found(
                hit.document(),
                OptionalDouble.empty(),
                OptionalDouble.of(hit.score()),
                () -> Optional.of(explainer.of(hit.document())));
    }

    static Found hybrid(HybridHit hit) {
        Fused fused = hit.fused();
        return new Found(
                hit.document(),
                OptionalDouble.empty(),
                OptionalDouble.of(fused.score()),
                () -> Optional.of(fused.explanation()));
    }

    /** What autocut looks for jumps in; 0 where nothing ranks. */
    double rank() {
        return distance.orElse(score.orElse(0));
    }

    interface Explanation {
        Optional<String> text() throws IOException;
    }

    interface Explainer {
        String of(int document) throws IOException;
    }
}
