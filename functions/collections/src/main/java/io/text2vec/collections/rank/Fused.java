package io.text2vec.collections.rank;

import io.text2vec.collections.query.Search.Fusion;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A hit of a hybrid search.
 *
 * @param score of all legs
 * @param shares what each leg gave, in the order of the legs
 */
public record Fused(UUID id, double score, Fusion fusion, List<Share> shares) {

    public Fused {
        shares = List.copyOf(shares);
    }

    /** How the score came about, a line for each leg. */
    public String explanation() {
        return shares.stream().map(this::line).collect(Collectors.joining(" - "));
    }

    private String line(Share share) {
        String given = fusion == Fusion.RANKED
                ? " contributed %s to the score".formatted((float) share.given())
                : ": original score %s, normalized score: %s".formatted((float) share.raw(), (float) share.given());
        return "\nHybrid (Result Set %s) Document %s%s".formatted(share.leg(), id, given);
    }

    /**
     * What a leg gave to an object.
     *
     * @param raw the score that the object has there
     * @param given what it adds to the fused score
     */
    public record Share(String leg, double raw, double given) {}
}
