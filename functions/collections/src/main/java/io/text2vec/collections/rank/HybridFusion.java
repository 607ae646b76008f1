package io.text2vec.collections.rank;

import io.text2vec.collections.query.Search.Fusion;
import io.text2vec.collections.rank.Fused.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes one order of the legs of a hybrid search. */
public final class HybridFusion {
    /** What is added to a rank, so that the first ranks don't count for everything (Cormack et al. 2009). */
    private static final double RANK_OFFSET = 60;

    /** Scores that differ by less are equal. */
    private static final double TIE = 1e-7;

    private HybridFusion() {}

    /**
     * Adds up what the legs give to each object.
     *
     * @param legs the last one in which an object stands decides between equal scores, by its own score
     * @return best first; ties that the legs can't decide by id
     */
    public static List<Fused> of(Fusion fusion, List<Leg> legs) {
        Map<UUID, Sum> sums = new HashMap<>();
        for (Leg leg : legs) {
            Weighing weighing = fusion == Fusion.RANKED ? byRank(leg) : byScore(leg);
            for (int rank = 0; rank < leg.hits().size(); rank++) {
                Scored hit = leg.hits().get(rank);
                sums.computeIfAbsent(hit.id(), Sum::new)
                        .add(new Share(leg.name(), hit.score(), weighing.share(rank, hit)));
            }
        }
        return ordered(new ArrayList<>(sums.values())).stream()
                .map(sum -> sum.fused(fusion))
                .toList();
    }

    private static Weighing byRank(Leg leg) {
        return (rank, hit) -> leg.weight() / (RANK_OFFSET + rank);
    }

    private static Weighing byScore(Leg leg) {
        MinMax scale = MinMax.of(leg.hits().stream().mapToDouble(Scored::score));
        return (rank, hit) -> leg.weight() * scale.scale(hit.score());
    }

    /** Sorts by score, then each run of equal scores by what decides ties: "nearly equal" is no order to sort by. */
    private static List<Sum> ordered(List<Sum> sums) {
        sums.sort(Comparator.comparingDouble((Sum sum) -> -sum.score).thenComparing(Sum.TIES));
        int start = 0;
        for (int i = 1; i <= sums.size(); i++) {
            if (i == sums.size() || sums.get(start).score - sums.get(i).score >= TIE) {
                sums.subList(start, i).sort(Sum.TIES);
                start = i;
            }
        }
        return sums;
    }

    /** What a hit adds to an object's score. */
    private interface Weighing {
        double share(int rank, Scored hit);
    }

    /** What the legs have given to an object so far. */
    private static final class Sum {
        static final Comparator<Sum> TIES =
                Comparator.comparingDouble((Sum sum) -> -sum.lastRaw).thenComparing(sum -> sum.id, IdOrder.ASCENDING);

        private final UUID id;
        private final List<Share> shares = new ArrayList<>();
        private double score;
        private double lastRaw;

        Sum(UUID id) {
            this.id = id;
        }

        void add(Share share) {
            shares.add(share);
            score += share.given();
            lastRaw = share.raw();
        }

        Fused fused(Fusion fusion) {
            return new Fused(id, score, fusion, shares);
        }
    }
}
