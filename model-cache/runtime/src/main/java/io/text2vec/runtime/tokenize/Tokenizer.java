package io.text2vec.runtime.tokenize;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import io.text2vec.embedder.EmbedException;

/**
 * A Hugging Face tokenizer of {@code tokenizer.json}. Safe for use by many threads; closing it frees the native one.
 *
 * <p>It calls the JNI methods of DJL Tokenizers directly: its {@code HuggingFaceTokenizer} fetches for each text also the
 * token strings, character spans and word ids, an object each, and on creation reports to a telemetry host unless told
 * not to.
 */
public final class Tokenizer implements AutoCloseable {
    private final TokenizersLibrary library = TokenizersLibrary.LIB;
    private final long handle;
    private final SpecialTokens special;

    /**
     * Not before {@link io.text2vec.runtime.store.NativeLibraries#loadTokenizers} has returned.
     *
     * @param json a tokenizer.json; truncation and padding that it declares do not apply
     * @throws IllegalArgumentException if the tokenizer library can't read it
     */
    public Tokenizer(String json) {
        try {
            handle = library.createTokenizerFromString(json);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("tokenizer.json can't be read: " + e.getMessage(), e);
        }
        library.disableTruncation(handle);
        library.disablePadding(handle);
        special = SpecialTokens.around(encode("a", false), encode("a", true));
    }

    /**
     * The ids of a text without special tokens around it; those written in the text become special ids.
     *
     * @throws EmbedException.RuntimeFailed if the tokenizer fails
     */
    public long[] content(String text) {
        return encode(text, false);
    }

    /** The special tokens that the model wants around a text. */
    public SpecialTokens special() {
        return special;
    }

    private long[] encode(String text, boolean withSpecial) {
        try {
            long encoding = library.encode(handle, UnpairedSurrogates.replaced(text), withSpecial);
            try {
                return library.getTokenIds(encoding);
            } finally {
                library.deleteEncoding(encoding);
            }
        } catch (RuntimeException e) {
            throw new EmbedException.RuntimeFailed("The tokenizer failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        library.deleteTokenizer(handle);
    }
}
