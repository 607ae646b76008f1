package io.text2vec.collections.wiring;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What an application says of its collections; Weaviate's names are translated beside it. */
@ConfigMapping(prefix = "text2vec.collections")
interface CollectionsConfig {

    /** Who stores and searches: the name of an engine. */
    String engine();

    /** Directory of all that is stored. */
    Path data();

    /** Searches at once; absent: by the number of processors. */
    Optional<Integer> reads();

    /** Searches that may wait for their turn. */
    int waitingReads();

    /** Calls that write at once. */
    int writes();

    /** Calls that may wait until they may write. */
    int waitingWrites();

    /** Hits where a request doesn't say. */
    int defaultLimit();

    /** Offset and limit together; objects that one call may delete. */
    int maximumResults();

    /** Conditions of a filter that may stand within each other. */
    int filterDepth();

    /** Conditions and values of a filter. */
    int filterConditions();

    /** Whether the texts of objects lose their case. */
    Optional<String> lowercase();

    /** Whether vectors are made again though their texts are the same. */
    Optional<String> alwaysAnew();
}
