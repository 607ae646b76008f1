package io.text2vec.runtime.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * Tells graphs apart without reading their hundreds of megabytes: by size, time of change and samples of the content.
 *
 * <p>Path and time alone would not do. Nodes share a cache directory between containers, in which different models of one
 * architecture have the same path and the same size, and, from a reproducible image build, the same time as well: their
 * weights differ everywhere, and so do samples. The time sees what samples may miss, an edit of a few bytes. It counts in whole
 * seconds because an image layer keeps no more, and the path not at all, so that what an image carries holds wherever it is
 * mounted.
 */
public final class GraphIdentity {
    private GraphIdentity() {}

    /** @return a part of a file name */
    public static String of(Path graph) throws IOException {
        long seconds = Files.getLastModifiedTime(graph).toInstant().getEpochSecond();
        try (FileChannel channel = FileChannel.open(graph)) {
            long size = channel.size();
            // Not String.format: its first use in a process costs more than all the rest here.
            return String.join("-", Long.toString(size), Long.toHexString(seconds), Long.toHexString(samples(channel)));
        }
    }

    private static long samples(FileChannel channel) throws IOException {
        CRC32 crc = new CRC32();
        ContentSamples.addTo(crc, channel);
        return crc.getValue();
    }
}
