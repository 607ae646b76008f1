package io.text2vec.runtime.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.Checksum;

/** Looks at a file of hundreds of megabytes here and there: weights of two models differ everywhere. */
public final class ContentSamples {
    private static final int SAMPLES = 16;
    private static final int SAMPLE_BYTES = 4096;

    private ContentSamples() {}

    /** Adds samples at equal distances, the first and the last bytes among them. */
    public static void addTo(Checksum sum, FileChannel file) throws IOException {
        long size = file.size();
        long last = Math.max(0, size - SAMPLE_BYTES);
        for (int i = 0; i < SAMPLES; i++) {
            long from = last * i / (SAMPLES - 1);
            ByteBuffer sample = ByteBuffer.allocate((int) Math.min(SAMPLE_BYTES, size));
            while (sample.hasRemaining()) {
                if (file.read(sample, from + sample.position()) < 0) {
                    throw new EOFException("The file got shorter while it was read");
                }
            }
            sum.update(sample.flip());
        }
    }
}
