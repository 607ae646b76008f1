package io.text2vec.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.vectors.PackagedApp;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged function, in a process of its own. */
@Timeout(60)
class PackagedIT {

    @Test
    void aloneItEndsAndSaysWhatToStartInstead() throws Exception {
        try (PackagedApp app = PackagedApp.start(Map.of())) {
            assertThat(app.errors())
                    .contains("Can't start: There is no engine here")
                    .contains("local");
            assertThat(app.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(app.process().exitValue()).isEqualTo(1);
        }
    }

    @Test
    void carriesNoEngine() {
        assertThat(PackagedApp.jars()).isNotEmpty().noneMatch(jar -> jar.contains("lucene"));
    }
}
