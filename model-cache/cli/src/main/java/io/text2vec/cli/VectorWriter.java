package io.text2vec.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes vectors one after the other. */
@FunctionalInterface
interface VectorWriter {

    /** @param id as JSON */
    void write(String id, float[] vector) throws IOException;

    /** {@code {"id": ..., "vector": [...]}} a line; each number in the fewest digits that give the same float again. */
    static VectorWriter jsonl(OutputStream out) {
        StringBuilder line = new StringBuilder();
        return (id, vector) -> {
            line.setLength(0);
            line.append("{\"id\":").append(id).append(",\"vector\":[");
            for (int i = 0; i < vector.length; i++) {
                line.append(i == 0 ? "" : ",").append(vector[i]);
            }
            line.append("]}\n");
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    /** 32-bit floats, little-endian, without anything between or before. */
    static VectorWriter binary(OutputStream out) {
        return (_, vector) -> {
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector);
            out.write(bytes.array());
        };
    }
}
