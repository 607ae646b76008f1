package io.text2vec.vectorizers;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.vectorize.RemoteVectorizers;
import io.text2vec.collections.vectorize.VectorSource;
import io.text2vec.embedder.EmbedRequest;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Vectorizers over HTTP. */
final class HttpVectorizers implements RemoteVectorizers, AutoCloseable {
    /** Attempts at a request, and the first pause between two. */
    private static final int ATTEMPTS = 4;

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** A vectorizer that wants to be left alone for longer is reported instead of waited for. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final InferenceSettings settings;
    private final Exchange exchange;
    private final Attempts attempts;
    private final Map<Address, HttpSource> sources = new ConcurrentHashMap<>();

    HttpVectorizers(Vertx vertx, InferenceSettings settings) {
        this.settings = settings;
        exchange = new Exchange(vertx, settings.timeout(), 2 * settings.calls() + 1);
        attempts = new Attempts(vertx, exchange, ATTEMPTS, PAUSE, LONGEST_PAUSE, settings.timeout());
    }

    @Override
    public Optional<VectorSource> common(String task) {
        return Optional.ofNullable(settings.common().byTask().get(task)).map(this::source);
    }

    @Override
    public VectorSource at(String url) {
        Address address;
        try {
            address = Address.parse(url, "inferenceUrl, passageInferenceUrl or queryInferenceUrl of the class");
        } catch (IllegalArgumentException e) {
            throw new CollectionException.Invalid(e.getMessage());
        }
        if (!settings.hosts().allow(address)) {
            throw new CollectionException.Invalid(
                    "The class names a vectorizer at %s (inferenceUrl or its like), which this process doesn't call. Add the host to TEXT2VEC_INFERENCE_HOSTS, or give the vector."
                            .formatted(address.name()));
        }
        return source(address);
    }

    private HttpSource source(Address address) {
        return sources.computeIfAbsent(
                address,
                place -> new HttpSource(
                        place, attempts, new Introduction(place, attempts, System::nanoTime), settings.calls()));
    }

    /** The common ones, each once. */
    Collection<HttpSource> common() {
        Collection<HttpSource> all = new LinkedHashSet<>();
        settings.common().byTask().values().forEach(address -> all.add(source(address)));
        return all;
    }

    @Override
    public Map<String, Object> about() {
        Map<String, Object> about = new LinkedHashMap<>();
        settings.common().byTask().forEach((task, address) -> {
            Introduction introduction = source(address).introduction();
            introduction.peer(); // for the next time, if it is not known
            introduction.last().ifPresent(peer -> about.put(task, peer.about()));
        });
        boolean one = common().size() == 1 && about.containsKey(EmbedRequest.QUERY);
        return one && about.get(EmbedRequest.QUERY) instanceof Map<?, ?> ? of(about) : about;
    }

    private static Map<String, Object> of(Map<String, Object> about) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Map<?, ?>) about.get(EmbedRequest.QUERY)).forEach((name, value) -> fields.put(name.toString(), value));
        return fields;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
