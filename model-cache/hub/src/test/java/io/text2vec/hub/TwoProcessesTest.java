package io.text2vec.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two functions of a node that start at once share a cache directory and no memory. */
class TwoProcessesTest {

    /** Pulls what its arguments say: endpoint and cache. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            HubSettings settings = HubSettings.read(
                    name -> name.equals("HF_ENDPOINT") ? arguments[0] : null,
                    Path.of(arguments[1]),
                    Path.of(arguments[1]).resolveSibling("home"));
            Snapshot snapshot =
                    new HubModels(settings, new PullListener() {}).pull(Pulling.ID, HubModels.NEWEST, Variant.FP32);
            System.out.print("fetched " + snapshot.fetched());
        }
    }

    @Test
    void eachFileIsFetchedByOneOfThem(@TempDir Path directory) throws IOException, InterruptedException {
        try (Pulling pulling = new Pulling(directory)) {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                processes.add(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                pulling.hub.endpoint(),
                                pulling.cache().toString())
                        .redirectErrorStream(true)
                        .start());
            }
            List<String> said = new ArrayList<>();
            for (Process process : processes) {
                said.add(new String(process.getInputStream().readAllBytes()));
                process.waitFor();
            }
            assertThat(said).containsExactlyInAnyOrder("fetched 7", "fetched 0");
            assertThat(pulling.hub.requests("/blobs/")).isEqualTo(1);
        }
    }
}
