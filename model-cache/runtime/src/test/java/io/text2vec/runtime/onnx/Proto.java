package io.text2vec.runtime.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes fields of protobuf messages. */
public final class Proto {
    private Proto() {}

    public static byte[] number(int field, int value) {
        return message(varint(field << 3), varint(value));
    }

    public static byte[] bytes(int field, byte[]... content) {
        byte[] joined = message(content);
        return message(varint(field << 3 | 2), varint(joined.length), joined);
    }

    public static byte[] text(int field, String content) {
        return bytes(field, content.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] message(byte[]... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] field : fields) {
            out.writeBytes(field);
        }
        return out.toByteArray();
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = value;
        while (rest > 0x7F) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        return out.toByteArray();
    }
}
