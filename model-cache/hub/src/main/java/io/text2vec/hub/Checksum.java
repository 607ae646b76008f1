package io.text2vec.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tells whether a file is the hub's: the SHA-256 of a large one (kept in LFS), the git blob id of the others, which is
 * the SHA-1 of {@code "blob <size>\0"} and the content.
 *
 * @param hex in lower case
 */
record Checksum(Kind kind, String hex) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHA_1 = Pattern.compile("[0-9a-f]{40}");

    enum Kind {
        LFS("SHA-256"),
        GIT_BLOB("SHA-1");

        private final String algorithm;

        Kind(String algorithm) {
            this.algorithm = algorithm;
        }
    }

    /** Reads an ETag, whose quotes and weakness don't matter; empty if it is neither sum. */
    static Optional<Checksum> ofEtag(String etag) {
        String hex = etag.replaceFirst("^W/", "").replace("\"", "");
        if (SHA_256.matcher(hex).matches()) {
            return Optional.of(new Checksum(Kind.LFS, hex));
        }
        return SHA_1.matcher(hex).matches() ? Optional.of(new Checksum(Kind.GIT_BLOB, hex)) : Optional.empty();
    }

    /** Reads the whole file. */
    boolean matches(Path file) throws IOException {
        MessageDigest digest = digest();
        if (kind == Kind.GIT_BLOB) {
            digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hex);
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(kind.algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + kind.algorithm, e);
        }
    }
}
