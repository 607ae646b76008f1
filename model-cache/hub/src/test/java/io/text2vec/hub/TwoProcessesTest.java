package io.text2vec.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two functions of a node that start at once share a cache directory and no memory. */
class TwoProcessesTest {

    /** Pulls as its environment says. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            Snapshot snapshot = new HubModels(HubSettings.ofProcess(), new PullListener() {})
                    .pull(Pulling.ID, HubModels.NEWEST, Variant.FP32, false);
            System.out.print("fetched " + snapshot.fetched());
        }
    }

    @Test
    void eachFileIsFetchedByOneOfThem(@TempDir Path directory) throws IOException, InterruptedException {
        try (Pulling pulling = new Pulling(directory)) {
            Map<String, String> environment = Map.of(
                    "HF_ENDPOINT", pulling.hub.endpoint(),
                    "HF_HOME", directory.resolve("home").toString(),
                    "TEXT2VEC_CACHE", pulling.cache().toString());
            ChildJvm one = ChildJvm.start(Main.class, environment);
            ChildJvm two = ChildJvm.start(Main.class, environment);
            assertThat(List.of(one.said(), two.said())).containsExactlyInAnyOrder("fetched 7", "fetched 0");
            assertThat(pulling.hub.requests("/blobs/")).isEqualTo(1);
        }
    }
}
