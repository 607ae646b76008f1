package io.text2vec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelCardTest {

    @Test
    void theLicenceStandsInTheFrontMatter() {
        assertThat(new ModelCard("---\nlanguage: en\nlicense: apache-2.0\n---\n# Model").licence())
                .hasValue("apache-2.0");
        assertThat(new ModelCard("---\nlicense: \"mit\"\n---\n").licence()).hasValue("mit");
    }

    @Test
    void anotherLicenceHasANameOfItsOwn() {
        assertThat(new ModelCard("---\nlicense: other\nlicense_name: gemma\n---\n").licence())
                .hasValue("gemma");
        assertThat(new ModelCard("---\nlicense: other\n---\n").licence()).hasValue("other");
    }

    @Test
    void whatStandsInTheTextIsNone() {
        assertThat(new ModelCard("# Model\nlicense: mit\n").licence()).isEmpty();
        assertThat(new ModelCard("---\nlanguage: en\n---\nlicense: mit\n").licence())
                .isEmpty();
        assertThat(new ModelCard("").licence()).isEmpty();
    }
}
