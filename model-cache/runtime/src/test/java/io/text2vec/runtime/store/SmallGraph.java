package io.text2vec.runtime.store;

import static io.text2vec.runtime.onnx.Proto.bytes;
import static io.text2vec.runtime.onnx.Proto.message;
import static io.text2vec.runtime.onnx.Proto.number;
import static io.text2vec.runtime.onnx.Proto.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An ONNX graph {@code y = x + w} of one float each; the field numbers are those of onnx.proto. */
final class SmallGraph {
    private static final int FLOAT = 1;

    private SmallGraph() {}

    /** A graph that holds its weight. */
    static byte[] holding(float weight) {
        return model(bytes(9, raw(weight)));
    }

    /** A graph whose weight is the content of another file beside it. */
    static byte[] referringTo(String file) {
        byte[] entry = bytes(13, text(1, "location"), text(2, file));
        return model(message(entry, number(14, 1)));
    }

    /** The weight as a file holds it. */
    static byte[] raw(float weight) {
        return ByteBuffer.allocate(Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(weight)
                .array();
    }

    private static byte[] model(byte[] data) {
        byte[] node = bytes(1, text(1, "x"), text(1, "w"), text(2, "y"), text(4, "Add"));
        byte[] weight = bytes(5, number(1, 1), number(2, FLOAT), text(8, "w"), data);
        byte[] graph = bytes(7, node, text(2, "small"), weight, bytes(11, value("x")), bytes(12, value("y")));
        byte[] operators = bytes(8, text(1, ""), number(2, 17));
        return message(number(1, 8), graph, operators);
    }

    private static byte[] value(String name) {
        byte[] shape = bytes(2, bytes(1, number(1, 1)));
        return message(text(1, name), bytes(2, bytes(1, number(1, FLOAT), shape)));
    }
}
