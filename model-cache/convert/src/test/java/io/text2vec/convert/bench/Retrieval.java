package io.text2vec.convert.bench;

import io.text2vec.runtime.tokenize.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Ranks the documents of a labelled set by graphs of one model and prints how well each does. */
final class Retrieval {
    private final LabelledSet set;
    private final Tokenizer tokenizer;
    private final int longest;
    private final boolean firstToken;

    /**
     * @param longest tokens of a text that a model sees
     * @param firstToken whether the first token's vector is the text's, else their mean
     */
    Retrieval(LabelledSet set, Tokenizer tokenizer, int longest, boolean firstToken) {
        this.set = set;
        this.tokenizer = tokenizer;
        this.longest = longest;
        this.firstToken = firstToken;
    }

    /** @param graphs the first is what the others are compared with */
    void compare(List<Path> graphs) throws IOException {
        System.out.println(String.format(
                Locale.ROOT,
                "%d documents, %d queries, at most %d tokens, %s",
                set.documents().size(),
                set.queries().size(),
                longest,
                firstToken ? "cls" : "mean"));
        System.out.println("| graph | MB | nDCG@10 | 95 % of draws | less the first's | 95 % of draws |");
        System.out.println("|---|---|---|---|---|---|");
        double[] base = null;
        for (Path graph : graphs) {
            double[] each = each(graph);
            base = base == null ? each : base;
            Bootstrap own = Bootstrap.of(each);
            Bootstrap less = Bootstrap.of(differences(each, base));
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.4f | %.4f - %.4f | %+.4f | %+.4f - %+.4f |",
                    graph,
                    bytes(graph) / 1e6,
                    own.mean(),
                    own.low(),
                    own.high(),
                    less.mean(),
                    less.low(),
                    less.high()));
        }
    }

    private static double[] differences(double[] values, double[] base) {
        double[] differences = new double[values.length];
        Arrays.setAll(differences, i -> values[i] - base[i]);
        return differences;
    }

    /** The graph and the weights beside it. */
    private static long bytes(Path graph) throws IOException {
        long bytes = 0;
        for (Path file : Stream.of(graph, graph.resolveSibling(graph.getFileName() + "_data"))
                .filter(Files::exists)
                .toList()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** A value a query. */
    private double[] each(Path graph) {
        try (PlainModel model = new PlainModel(graph, firstToken)) {
            Map<String, float[]> documents = new HashMap<>();
            set.documents().forEach((id, text) -> documents.put(id, vector(model, text)));
            List<String> ids = List.copyOf(set.documents().keySet());
            return set.queries().entrySet().stream()
                    .mapToDouble(query -> {
                        float[] vector = vector(model, query.getValue());
                        return Ndcg.of(
                                query.getKey(),
                                ids,
                                set.labels().get(query.getKey()),
                                id -> PlainModel.cosine(vector, documents.get(id)));
                    })
                    .toArray();
        }
    }

    private float[] vector(PlainModel model, String text) {
        long[] ids = tokenizer.content(text);
        return model.embed(tokenizer
                .special()
                .wrap(ids, Math.min(ids.length, longest - tokenizer.special().count())));
    }
}
