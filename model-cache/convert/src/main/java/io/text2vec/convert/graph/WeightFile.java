package io.text2vec.convert.graph;

import io.text2vec.runtime.weights.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file beside a graph that holds its weights, one after the other, each at the start of a page so that ONNX Runtime can map
 * it. Written once, front to back.
 */
public final class WeightFile implements AutoCloseable {
    private static final int PAGE = 4096;
    private static final int CHUNK = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer chunk =
            ByteBuffer.allocateDirect(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /** Where a tensor lies. */
    record Region(long offset, long bytes) {}

    /** @param file made, or emptied if it is there */
    public WeightFile(Path file) throws IOException {
        channel = FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    Region write(byte[] bytes) throws IOException {
        long from = start();
        writeAll(ByteBuffer.wrap(bytes));
        return new Region(from, bytes.length);
    }

    /** Writes a tensor's numbers as 32-bit floats, a chunk at a time. */
    Region write(Tensor tensor) throws IOException {
        long from = start();
        float[] numbers = new float[(int) Math.min(CHUNK, tensor.count())];
        for (long at = 0; at < tensor.count(); at += numbers.length) {
            int count = (int) Math.min(numbers.length, tensor.count() - at);
            tensor.read(at, numbers, count);
            writeChunk(numbers, 0, count);
        }
        return new Region(from, tensor.count() * Float.BYTES);
    }

    Region write(float[] floats) throws IOException {
        long from = start();
        for (int at = 0; at < floats.length; at += CHUNK) {
            writeChunk(floats, at, Math.min(CHUNK, floats.length - at));
        }
        return new Region(from, (long) floats.length * Float.BYTES);
    }

    /** Bytes so far. */
    public long bytes() throws IOException {
        return channel.position();
    }

    private long start() throws IOException {
        long from = Math.ceilDiv(channel.position(), PAGE) * PAGE;
        channel.position(from);
        return from;
    }

    private void writeChunk(float[] floats, int from, int count) throws IOException {
        chunk.clear().asFloatBuffer().put(floats, from, count);
        writeAll(chunk.limit(count * Float.BYTES));
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Waits for the disk: the file shall be whole before anybody finds it under its name. */
    @Override
    public void close() throws IOException {
        try (channel) {
            channel.force(true);
        }
    }
}
