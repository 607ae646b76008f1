package io.text2vec.bench.direct;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.nio.file.Path;

/** The embedded model's tokenizer through the library's native methods: the least a tokenizer can cost. */
public final class DirectTokenizer implements AutoCloseable {
    private final long handle;

    /** @param natives directory for the native library, filled if it is empty */
    public DirectTokenizer(Path natives) {
        Natives.tokenizers(natives);
        handle = TokenizersLibrary.LIB.createTokenizerFromString(EmbeddedModel.tokenizer());
        // The file declares 128 for both, which is not the model's limit.
        TokenizersLibrary.LIB.disableTruncation(handle);
        TokenizersLibrary.LIB.disablePadding(handle);
    }

    /** Token ids with the special tokens around them, not cut. */
    public long[] encode(String text) {
        long encoding = TokenizersLibrary.LIB.encode(handle, text, true);
        try {
            return TokenizersLibrary.LIB.getTokenIds(encoding);
        } finally {
            TokenizersLibrary.LIB.deleteEncoding(encoding);
        }
    }

    @Override
    public void close() {
        TokenizersLibrary.LIB.deleteTokenizer(handle);
    }
}
