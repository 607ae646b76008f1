package io.text2vec.runtime.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
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
    private static final int SAMPLES = 16;
    private static final int SAMPLE_BYTES = 4096;

    private GraphIdentity() {}

    /** @return a part of a file name */
    public static String of(Path graph) throws IOException {
        long seconds = Files.getLastModifiedTime(graph).toInstant().getEpochSecond();
        try (FileChannel channel = FileChannel.open(graph)) {
            long size = channel.size();
            // Not String.format: its first use in a process costs more than all the rest here.
            return String.join(
                    "-", Long.toString(size), Long.toHexString(seconds), Long.toHexString(samples(channel, size)));
        }
    }

    /** The CRC-32 of samples at equal distances, the first and the last bytes among them. */
    private static long samples(FileChannel channel, long size) throws IOException {
        CRC32 crc = new CRC32();
        long last = Math.max(0, size - SAMPLE_BYTES);
        for (int i = 0; i < SAMPLES; i++) {
            long from = last * i / (SAMPLES - 1);
            ByteBuffer sample = ByteBuffer.allocate((int) Math.min(SAMPLE_BYTES, size));
            while (sample.hasRemaining()) {
                if (channel.read(sample, from + sample.position()) < 0) {
                    throw new EOFException("The graph got shorter while it was read");
                }
            }
            crc.update(sample.flip());
        }
        return crc.getValue();
    }
}
