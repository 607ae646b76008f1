package io.text2vec.vectorizers;

import io.text2vec.collections.vectorize.VectorSource;
import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** A vectorizer at an address. */
final class HttpSource implements VectorSource {
    private final Address address;
    private final Attempts attempts;
    private final Introduction introduction;
    private final Turns passages;
    private final Turns queries;

    /** @param calls under way for one task: queries don't wait behind imports */
    HttpSource(Address address, Attempts attempts, Introduction introduction, int calls) {
        this.address = address;
        this.attempts = attempts;
        this.introduction = introduction;
        passages = new Turns(calls);
        queries = new Turns(calls);
    }

    Address address() {
        return address;
    }

    Introduction introduction() {
        return introduction;
    }

    /** Whether it takes texts; asked now. */
    CompletableFuture<Void> ready() {
        return attempts.ask(address, Request.get("/.well-known/ready", 1 << 10)).thenAccept(reply -> {});
    }

    @Override
    public Optional<String> model() {
        return introduction.known().map(Peer::model);
    }

    /** What the texts of one request have in common. */
    private record Kind(Optional<String> task, Optional<String> pooling, OptionalInt dimensions) {
        static Kind of(EmbedRequest text) {
            return new Kind(text.taskType(), text.pooling(), text.dimensions());
        }
    }

    @Override
    public CompletableFuture<Made> make(List<EmbedRequest> texts) {
        CompletableFuture<Made> result = new CompletableFuture<>();
        introduction.peer().whenComplete((peer, failed) -> {
            if (failed != null) {
                result.completeExceptionally(Futures.cause(failed));
            } else if (!result.isDone()) {
                make(texts, peer, result);
            }
        });
        return result;
    }

    private void make(List<EmbedRequest> texts, Peer peer, CompletableFuture<Made> result) {
        List<List<Integer>> requests = requests(texts, peer.dialect().together());
        CompletableFuture<List<Made>> all = Futures.all(requests.stream()
                .map(places -> ask(places.stream().map(texts::get).toList(), peer))
                .toList());
        result.whenComplete((done, failed) -> all.cancel(false));
        all.whenComplete((answers, failed) -> {
            if (failed == null) {
                put(answers, requests, texts.size(), result);
            } else {
                if (failed instanceof EmbedException.NotReady) {
                    introduction.forget();
                }
                result.completeExceptionally(failed);
            }
        });
    }

    /** The places of texts that are asked for together. */
    private static List<List<Integer>> requests(List<EmbedRequest> texts, int most) {
        Map<Kind, List<Integer>> open = new LinkedHashMap<>();
        List<List<Integer>> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<Integer> places = open.get(Kind.of(texts.get(i)));
            if (places == null || places.size() == most) {
                places = new ArrayList<>();
                open.put(Kind.of(texts.get(i)), places);
                all.add(places);
            }
            places.add(i);
        }
        return all;
    }

    private CompletableFuture<Made> ask(List<EmbedRequest> texts, Peer peer) {
        boolean query = texts.getFirst().taskType().equals(Optional.of(EmbedRequest.QUERY));
        Turns turns = query ? queries : passages;
        return Futures.map(
                turns.take(() -> attempts.ask(address, peer.dialect().request(texts))),
                reply -> read(reply, texts, peer));
    }

    private Made read(Reply reply, List<EmbedRequest> texts, Peer peer) {
        if (!reply.good()) {
            throw Verdict.of(address, reply);
        }
        List<float[]> vectors;
        try {
            vectors = peer.dialect().read(reply.body(), texts.size());
        } catch (Dialect.Unreadable senseless) {
            throw Verdict.senseless(address, texts.size() == 1 ? "a vector" : texts.size() + " vectors");
        }
        OptionalInt wanted = texts.getFirst().dimensions();
        vectors.forEach(vector -> check(vector, wanted));
        return new Made(model(reply, peer), vectors);
    }

    private void check(float[] vector, OptionalInt wanted) {
        if (wanted.isPresent() && vector.length != wanted.getAsInt()) {
            throw new EmbedException.RuntimeFailed(
                    "The vectorizer at %s made a vector of %d numbers where the class wants %d (dimensions)."
                            .formatted(address.name(), vector.length, wanted.getAsInt()),
                    null);
        }
    }

    /** Another one than was there a moment ago may have answered. */
    private String model(Reply reply, Peer peer) {
        boolean same = reply.fingerprint()
                .map(print -> peer.model().endsWith(" " + print))
                .orElse(true);
        if (same) {
            return peer.model();
        }
        introduction.forget();
        return "the model at %s, %s"
                .formatted(address.name(), reply.fingerprint().orElseThrow().replaceAll("\\s", "-"));
    }

    private static void put(
            List<Made> answers, List<List<Integer>> requests, int texts, CompletableFuture<Made> result) {
        float[][] vectors = new float[texts][];
        for (int i = 0; i < answers.size(); i++) {
            Made made = answers.get(i);
            for (int j = 0; j < made.vectors().size(); j++) {
                vectors[requests.get(i).get(j)] = made.vectors().get(j);
            }
        }
        List<String> models = answers.stream().map(Made::model).distinct().toList();
        if (models.size() > 1) {
            result.completeExceptionally(new EmbedException.NotReady(
                    "The vectorizers at one address have different models: %s.".formatted(String.join("; ", models))));
        } else {
            result.complete(new Made(models.isEmpty() ? "" : models.getFirst(), List.of(vectors)));
        }
    }
}
