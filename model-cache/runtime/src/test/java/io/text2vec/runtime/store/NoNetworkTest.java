package io.text2vec.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.runtime.store.ChildJvm.Result;
import java.io.IOException;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A start with the embedded model and a first text ask the network for nothing. DJL's own class around the tokenizer would: it
 * asks a cloud's metadata service and then a telemetry host.
 */
class NoNetworkTest {

    @TempDir
    Path directory;

    private ChildJvm child;

    @BeforeEach
    void postWatchman() throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(InetAddressResolverProvider.class.getName()), Watchman.class.getName());
        child = new ChildJvm(LoadWatched.class)
                .classPathToo(directory)
                .environment("TEXT2VEC_CACHE", directory.resolve("cache").toString());
    }

    @Test
    void aStartLooksUpNoHostAndOpensNoUrl() throws Exception {
        Result result = child.run();

        assertThat(result.output())
                .contains(Watchman.ON_WATCH, LoadWatched.EMBEDDED + "384")
                .doesNotContain(Watchman.CAUGHT);
        assertThat(result.status()).isZero();
    }

    @Test
    void aLookUpIsCaught() throws Exception {
        Result result = child.run("nowhere.example");

        assertThat(result.output()).contains(Watchman.CAUGHT + "nowhere.example", "refused");
    }

    @Test
    void aUrlIsCaught() throws Exception {
        Result result = child.run("http://127.0.0.1:9/");

        assertThat(result.output()).contains(Watchman.CAUGHT + "http", "refused");
    }
}
