package io.text2vec.runtime.recipe;

import io.text2vec.embedder.EmbedException.BadInput;
import io.text2vec.runtime.infer.Sequence;
import io.text2vec.runtime.pool.Pooling;
import io.text2vec.runtime.tokenize.Tokenizer;
import java.util.OptionalInt;

/**
 * Makes sequences of token ids that the model can take.
 *
 * @param tokenizer the model's
 * @param positions longest sequence the model's position table allows
 */
record Encoder(Tokenizer tokenizer, OptionalInt positions) {

    /** Ids of a text without special tokens. */
    long[] content(String text) {
        return tokenizer.content(text);
    }

    /** How many content tokens fit into a sequence. */
    int room(int limit) {
        return Math.max(0, limit - tokenizer.special().count());
    }

    /** How many tokens stand before the text in each sequence. */
    int before() {
        return tokenizer.special().before().length;
    }

    /** A text cut off after {@code limit} tokens, special ones included; whole without a limit. */
    Sequence truncated(String text, OptionalInt limit, int skip, Pooling pooling) {
        long[] content = content(text);
        int kept = limit.isPresent() ? Math.min(content.length, room(limit.getAsInt())) : content.length;
        return sequence(content, kept, skip, pooling);
    }

    /**
     * The first {@code kept} content tokens with special tokens around them.
     *
     * @param skip tokens of a prompt that pooling leaves out; at least the last token is always pooled
     * @throws BadInput if there is no token at all, or the model has not as many positions
     */
    Sequence sequence(long[] content, int kept, int skip, Pooling pooling) {
        long[] ids = tokenizer.special().wrap(content, kept);
        if (ids.length == 0) {
            throw new BadInput("The text has no tokens, and this model puts none around it");
        }
        if (positions.isPresent() && ids.length > positions.getAsInt()) {
            throw new BadInput("The text has " + ids.length + " tokens; this model has positions for "
                    + positions.getAsInt() + ", and its recipe does not cut");
        }
        return new Sequence(ids, Math.min(skip, ids.length - 1), pooling);
    }
}
