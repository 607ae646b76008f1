package io.text2vec.bench.process;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system keeps of files that were read. */
public final class PageCache {
    private static final Path LINUX = Path.of("/proc/sys/vm/drop_caches");

    private PageCache() {}

    /** Forgets all files, so that the next start reads from the disk. */
    public static void drop() throws IOException {
        try {
            Files.writeString(LINUX, "1");
        } catch (AccessDeniedException e) {
            throw new IOException("Only root may empty the page cache.", e);
        }
    }
}
