package io.text2vec.lucene.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.lucene.util.BytesRef;

/** Tokens as the index writes them. */
public final class Terms {
    /** As many bytes as a token may have to stand in the index itself; Lucene has room for 32766. */
    private static final int LONGEST = 32_000;

    /** How much of a longer one stands there, for patterns that tell its beginning. */
    private static final int KEPT = 1_000;

    private Terms() {}

    /** The term of a token: its UTF-8, or of one that is too long its first bytes and its SHA-256. */
    public static BytesRef of(String token) {
        byte[] utf8 = token.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= LONGEST) {
            return new BytesRef(utf8);
        }
        byte[] hash = HexFormat.of().formatHex(sha256(utf8)).getBytes(StandardCharsets.US_ASCII);
        byte[] term = new byte[KEPT + hash.length];
        System.arraycopy(utf8, 0, term, 0, KEPT);
        System.arraycopy(hash, 0, term, KEPT, hash.length);
        return new BytesRef(term);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
