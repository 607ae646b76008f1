package io.text2vec.collections.vectorize;

import io.text2vec.collections.vectorize.ObjectVectors.Missing;
import io.text2vec.embedder.EmbedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Makes the vectors of one object, and waits for them. */
public final class PassageVectors {
    private PassageVectors() {}

    /**
     * A vector that was made.
     *
     * @param model whose it is
     */
    public record Passage(float[] vector, ModelScope scope, String model) {}

    /**
     * Makes all of them at once.
     *
     * @return by the vectors' names
     * @throws io.text2vec.collections.CollectionException why there are none
     */
    public static Map<String, Passage> make(List<Missing> missing) {
        Map<VectorSource, List<Missing>> bySource = missing.stream()
                .collect(Collectors.groupingBy(each -> each.text().by()));
        Map<VectorSource, CompletableFuture<VectorSource.Made>> coming = new HashMap<>();
        bySource.forEach((source, all) -> coming.put(source, source.make(requests(all))));
        Map<String, Passage> made = HashMap.newHashMap(missing.size());
        try {
            bySource.forEach((source, all) -> take(all, EmbedFailures.await(coming.get(source)), made));
        } finally {
            coming.values().forEach(each -> each.cancel(false)); // without effect on those that are done
        }
        return made;
    }

    private static List<EmbedRequest> requests(List<Missing> missing) {
        return missing.stream().map(each -> each.text().request()).toList();
    }

    private static void take(List<Missing> asked, VectorSource.Made vectors, Map<String, Passage> made) {
        for (int i = 0; i < asked.size(); i++) {
            Missing each = asked.get(i);
            made.put(
                    each.vector(),
                    new Passage(vectors.vectors().get(i), each.text().scope(), vectors.model()));
        }
    }
}
