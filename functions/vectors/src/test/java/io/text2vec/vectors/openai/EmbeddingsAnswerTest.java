package io.text2vec.vectors.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.Embedding;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingsAnswerTest {
    private static final List<Embedding> TWO =
            List.of(new Embedding(new float[] {1, -2}, 3), new Embedding(new float[] {0.5f, 0}, 4));

    @Test
    void numbersStandInTheOrderOfTheInput() {
        assertThat(EmbeddingsAnswer.write(TWO, VectorEncoding.FLOAT, "a \"b\"").toString())
                .isEqualTo("{\"object\":\"list\",\"data\":["
                        + "{\"object\":\"embedding\",\"index\":0,\"embedding\":[1.0,-2.0]},"
                        + "{\"object\":\"embedding\",\"index\":1,\"embedding\":[0.5,0.0]}],"
                        + "\"model\":\"a \\\"b\\\"\",\"usage\":{\"prompt_tokens\":7,\"total_tokens\":7}}");
    }

    @Test
    void base64IsLittleEndian() {
        // 1.0f is 3f800000 and -2.0f is c0000000, the last byte first: 00 00 80 3f 00 00 00 c0
        assertThat(EmbeddingsAnswer.write(TWO, VectorEncoding.BASE64, "m").toString())
                .contains("\"embedding\":\"AACAPwAAAMA=\"");
    }
}
