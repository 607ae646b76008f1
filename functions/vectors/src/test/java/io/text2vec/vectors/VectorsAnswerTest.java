package io.text2vec.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorsAnswerTest {

    @Test
    void hasTheFieldsOfTheContract() {
        assertThat(VectorsAnswer.write("a\"漢", new float[] {1, -0.5f, 1e-7f}).toString())
                .isEqualTo("{\"text\":\"a\\\"漢\",\"vector\":[1.0,-0.5,1.0E-7],\"dim\":3,\"dims\":3}");
    }

    @Test
    void everyFloatReadsBackAsItself() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        float[] vector = new float[10_000];
        for (int i = 0; i < vector.length; i++) {
            float any = Float.intBitsToFloat(random.nextInt());
            vector[i] = Float.isFinite(any) ? any : i;
        }
        try (JsonParser in =
                new JsonFactory().createParser(VectorsAnswer.write("", vector).getBytes())) {
            while (in.nextToken() != JsonToken.START_ARRAY) {
                assertThat(in.currentToken()).isNotNull();
            }
            for (float value : vector) {
                in.nextToken();
                assertThat(in.getFloatValue()).as("seed %d", seed).isEqualTo(value);
            }
            assertThat(in.nextToken()).isEqualTo(JsonToken.END_ARRAY);
        }
    }
}
