package io.text2vec.hub;

import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.source.GraphMaker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the tests of pulling share: a model of the hub, our side of it, and what was told on the way. */
final class Pulling implements PullListener, AutoCloseable {
    static final String ID = "org/model";
    static final byte[] GRAPH = random(300_000, 1);
    static final byte[] AVX2_GRAPH = random(100_000, 2);

    final FakeHub hub = new FakeHub(ID);
    final Map<String, String> environment = new HashMap<>();
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final List<String> placed = new CopyOnWriteArrayList<>();
    final List<String> retried = new CopyOnWriteArrayList<>();
    final Map<String, Long> received = new ConcurrentHashMap<>();
    final Path directory;
    long room = Long.MAX_VALUE;
    CpuKind cpu = CpuKind.AVX512_VNNI;
    GraphMaker maker;

    Pulling(Path directory) throws IOException {
        this.directory = directory;
        environment.put("HF_ENDPOINT", hub.endpoint());
        hub.with("config.json", "{\"model_type\":\"bert\"}")
                .with("tokenizer.json", "{\"model\":{}}")
                .with("tokenizer_config.json", "{}")
                .with("modules.json", "[]")
                .with("1_Pooling/config.json", "{\"pooling_mode_cls_token\":true}")
                .with("README.md", "---\nlicense: mit\n---\n")
                .with("onnx/model.onnx", graph(GRAPH))
                .with("onnx/model_quint8_avx2.onnx", graph(AVX2_GRAPH))
                .with("model.safetensors", random(5000, 3))
                .with("pytorch_model.bin", random(5000, 4))
                .with("train_script.py", "print()");
    }

    /** An ONNX graph as far as its outermost field: of an unknown number, so that there is nothing in it. */
    static byte[] graph(byte[] content) {
        byte[] message = new byte[content.length + 4];
        message[0] = 15 << 3 | 2;
        int length = content.length;
        message[1] = (byte) (length & 0x7f | 0x80);
        message[2] = (byte) (length >> 7 & 0x7f | 0x80);
        message[3] = (byte) (length >> 14);
        System.arraycopy(content, 0, message, 4, length);
        return message;
    }

    static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    Path cache() {
        return directory.resolve("cache");
    }

    Repository own() {
        return Repository.of(cache().resolve("hub"), ID);
    }

    HubModels models() {
        environment.putIfAbsent("HF_HUB_DOWNLOAD_TIMEOUT", "20");
        return new HubModels(
                HubSettings.read(environment::get, cache(), directory.resolve("home")),
                this,
                waits::add,
                _ -> room,
                cpu,
                () -> Optional.ofNullable(maker));
    }

    Snapshot pull() {
        return models().pull(ID, "main", Variant.AUTO, false);
    }

    @Override
    public void received(String file, long bytes) {
        received.merge(file, bytes, Long::sum);
    }

    @Override
    public void placed(String file) {
        placed.add(file);
    }

    @Override
    public void retrying(String what, String why, Duration wait) {
        retried.add(what + ": " + why);
    }

    @Override
    public void close() {
        hub.close();
    }
}
