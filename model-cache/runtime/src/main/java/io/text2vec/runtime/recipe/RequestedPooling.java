package io.text2vec.runtime.recipe;

import io.text2vec.embedder.EmbedException.BadInput;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.runtime.pool.PoolingMode;
import java.util.Optional;

/** The words that {@code pooling_strategy} may hold. */
final class RequestedPooling {
    private static final String CLS = "cls";
    private static final String MASKED_MEAN = "masked_mean";

    private RequestedPooling() {}

    /**
     * @return the mode asked for; empty where none was
     * @throws BadInput for another word; upper case is another word, as in the reference
     */
    static Optional<PoolingMode> of(EmbedRequest request) {
        String word = request.pooling().orElse("");
        return switch (word) {
            case "" -> Optional.empty();
            case CLS -> Optional.of(PoolingMode.CLS);
            case MASKED_MEAN -> Optional.of(PoolingMode.MEAN);
            default ->
                throw new BadInput(
                        "invalid pooling method '" + word + "': pooling_strategy can be " + MASKED_MEAN + " or " + CLS);
        };
    }
}
