package io.text2vec.lucene.log;

import java.io.IOException;
import java.nio.file.Path;

/** A log lacks something that was acknowledged. */
public final class DamagedLogException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedLogException(Path file, String what) {
        super("Log file %s is damaged: %s".formatted(file, what));
    }
}
