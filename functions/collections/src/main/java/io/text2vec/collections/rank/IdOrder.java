package io.text2vec.collections.rank;

import java.util.Comparator;
import java.util.UUID;

/** The order of ids: as their texts and as their bytes, which is not that of {@link UUID#compareTo}, whose halves are signed. */
public final class IdOrder {
    public static final Comparator<UUID> ASCENDING = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private IdOrder() {}
}
