package io.text2vec.vectors.openai;

import io.text2vec.web.Json;
import io.text2vec.web.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;

/** {@code encoding_format}: how a vector stands in the answer. */
enum VectorEncoding {
    /** A list of numbers. */
    FLOAT {
        @Override
        void append(StringBuilder out, float[] vector) {
            Json.numbers(out, vector);
        }
    },
    /** Its values as 32-bit IEEE 754 floats, little-endian, one after another, in Base64. */
    BASE64 {
        @Override
        void append(StringBuilder out, float[] vector) {
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector);
            out.append('"')
                    .append(Base64.getEncoder().encodeToString(bytes.array()))
                    .append('"');
        }
    };

    abstract void append(StringBuilder out, float[] vector);

    /**
     * @param name as on the wire; none means float
     * @throws Refusal for another word
     */
    static VectorEncoding of(Optional<String> name) {
        return switch (name.orElse("float")) {
            case "float" -> FLOAT;
            case "base64" -> BASE64;
            default -> throw Refusal.unprocessable("encoding_format must be float or base64.");
        };
    }
}
