package io.text2vec.lucene.hybrid;

import io.text2vec.collections.engine.Ranking.Hybrid;
import io.text2vec.collections.rank.HybridFusion;
import io.text2vec.collections.rank.Leg;
import io.text2vec.collections.rank.Scored;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.keyword.KeywordHit;
import io.text2vec.lucene.keyword.KeywordSearch;
import io.text2vec.lucene.vector.NearHit;
import io.text2vec.lucene.vector.NearSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Searches by vectors and by keywords, and makes one order of both. */
public final class HybridSearch {
    private final Hybrid hybrid;
    private final int depth;
    private final Optional<NearSearch> near;
    private final Optional<KeywordSearch> keyword;

    /**
     * @param depth how many hits of each search are fused at least
     * @throws io.text2vec.collections.CollectionException.Invalid as {@link NearSearch} and {@link KeywordSearch} do
     */
    public HybridSearch(IndexSearcher searcher, CollectionDef collection, Hybrid hybrid, int depth) {
        this.hybrid = hybrid;
        this.depth = depth;
        this.near = hybrid.near().map(search -> new NearSearch(searcher, collection, search));
        this.keyword = hybrid.keyword().map(search -> new KeywordSearch(searcher, collection, search));
    }

    /**
     * The best objects, best first.
     *
     * @param filter what objects must fit
     * @param count how many at most
     */
    public List<HybridHit> top(Optional<Query> filter, int count) throws IOException {
        int deep = Math.max(depth, count);
        Map<UUID, Integer> documents = new HashMap<>();
        List<Leg> legs = new ArrayList<>();
        if (near.isPresent()) {
            legs.add(vectorLeg(near.get().top(filter, deep), documents));
        }
        if (keyword.isPresent()) {
            Leg leg = keywordLeg(keyword.get().top(filter, deep), documents);
            boolean cut = hybrid.near().isPresent()
                    && hybrid.near().get().maxDistance().isPresent();
            legs.add(cut ? leg.onlyIn(legs.getFirst()) : leg);
        }
        return HybridFusion.of(hybrid.fusion(), legs).stream()
                .limit(count)
                .map(fused -> new HybridHit(documents.get(fused.id()), fused))
                .toList();
    }

    private Leg vectorLeg(List<NearHit> hits, Map<UUID, Integer> documents) {
        hits.forEach(hit -> documents.put(hit.id(), hit.document()));
        return new Leg(
                Leg.VECTOR,
                hybrid.alpha(),
                hits.stream()
                        .map(hit -> new Scored(hit.id(), 1 - hit.distance()))
                        .toList());
    }

    private Leg keywordLeg(List<KeywordHit> hits, Map<UUID, Integer> documents) {
        hits.forEach(hit -> documents.put(hit.id(), hit.document()));
        return new Leg(
                Leg.KEYWORD,
                1 - hybrid.alpha(),
                hits.stream().map(hit -> new Scored(hit.id(), hit.score())).toList());
    }
}
