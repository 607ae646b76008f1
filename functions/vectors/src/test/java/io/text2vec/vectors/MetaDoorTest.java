package io.text2vec.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetaDoorTest {

    @Test
    void theModelsOwnFieldsStandBesideOurs() {
        assertThat(MetaDoor.write(FakeEmbedder.INFO, "1.2"))
                .isEqualTo(
                        "{\"model_type\":\"fake\",\"layers\":[1,2],\"text2vec\":{\"version\":\"1.2\",\"model\":\"fake\","
                                + "\"recipe\":\"declared\",\"dimensions\":3,\"max_tokens\":16,\"fingerprint\":\"fingerprint-of-fake\",\"pooling\":\"mean\",\"runs\":2,"
                                + "\"threads_per_run\":1}}");
    }
}
