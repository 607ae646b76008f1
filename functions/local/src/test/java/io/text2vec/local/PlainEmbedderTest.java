package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.SharedEmbedder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The embedded model without Quarkus, in the JVM in which {@link RealEmbedderTest} has it inside Quarkus. */
@Timeout(60)
class PlainEmbedderTest {

    @AfterEach
    void close() {
        SharedEmbedder.close();
    }

    @Test
    void givesAVector() {
        Embedder embedder = SharedEmbedder.get();
        embedder.loaded().join();
        assertThat(embedder.embed(EmbedRequest.passage("hello")).join().vector())
                .hasSize(384);
    }
}
