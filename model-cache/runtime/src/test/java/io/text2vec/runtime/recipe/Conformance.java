package io.text2vec.runtime.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.text2vec.embedder.EmbedException;
import io.text2vec.runtime.infer.Graph;
import io.text2vec.runtime.infer.Sequence;
import io.text2vec.runtime.recipe.Fixture.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Compares answers with those that the reference gave: the same token ids, the same direction, the same length. Collects the
 * worst cosine of each fixture's path as a table.
 */
public final class Conformance {
    public static final double FP32_COSINE = 0.9999;
    public static final double QUANTISED_COSINE = 0.99;
    private static final double NORM = 0.001;
    private final Map<String, Row> table = new TreeMap<>();

    /** Cases and worst cosine of a fixture's path; a failing case (one with an error) counts as a case only. */
    private record Row(int cases, int errors, double worst) {
        Row with(double cosine) {
            return new Row(cases + 1, errors, Math.min(worst, cosine));
        }

        Row withError() {
            return new Row(cases + 1, errors + 1, worst);
        }
    }

    /**
     * Checks one answer, its length within a thousandth.
     *
     * @param cosine the least that passes
     * @throws AssertionError if it isn't the reference's
     */
    public void check(String fixture, Case expected, TinyModel model, double cosine) {
        check(fixture, expected, model, cosine, NORM);
    }

    /**
     * Checks one answer.
     *
     * @param cosine the least that passes
     * @param norm how much of its length a vector may be longer or shorter
     * @throws AssertionError if it isn't the reference's
     */
    public void check(String fixture, Case expected, TinyModel model, double cosine, double norm) {
        Recipe recipe = recipe(expected, model);
        Graph graph = model.graph();
        String row = fixture + " | "
                + expected.onnxFile()
                        .map(file -> "onnx, " + file.substring(file.indexOf('/') + 1))
                        .orElse(expected.path());
        Row before = table.getOrDefault(row, new Row(0, 0, 1));
        if (expected.fails()) {
            assertThatThrownBy(() -> recipe.plan(expected.request()))
                    .as(fixture + " " + expected.id())
                    .isInstanceOf(EmbedException.BadInput.class);
            table.put(row, before.withError());
            return;
        }
        Plan plan = recipe.plan(expected.request());
        assertThat(plan.sequences().stream().map(Sequence::ids).toArray(long[][]::new))
                .as("%s %s: token ids", fixture, expected.id())
                .isDeepEqualTo(ids(expected, fixture));
        float[] alone = plan.assembly().assemble(model.alone(plan.sequences()));
        float[] vector = expected.vector();
        double found = cosine(alone, vector);
        assertThat(alone).as("%s %s: dimensions", fixture, expected.id()).hasSize(vector.length);
        assertThat(found).as("%s %s: cosine", fixture, expected.id()).isGreaterThanOrEqualTo(cosine);
        assertThat(norm(alone))
                .as("%s %s: norm", fixture, expected.id())
                .isCloseTo(expected.norm(), within(norm * expected.norm()));
        if (graph.maxBatch() > 1) {
            float[][] batch = graph.run(withNeighbour(plan.sequences()));
            float[] together = plan.assembly()
                    .assemble(Arrays.copyOf(batch, plan.sequences().size()));
            assertThat(cosine(together, alone))
                    .as("%s %s: the same in a padded batch", fixture, expected.id())
                    .isGreaterThan(FP32_COSINE);
        }
        table.put(row, before.with(found));
    }

    /** Of the sentences of a DPR model only the first of every 25 counts, so no other is run. */
    private static long[][] ids(Case expected, String fixture) {
        List<long[]> ids = expected.ids();
        return IntStream.range(0, ids.size())
                .filter(i -> !fixture.contains("dpr") || i % 25 == 0)
                .mapToObj(ids::get)
                .toArray(long[][]::new);
    }

    /** The sequences and one that is longer than them, so that all of them are padded. */
    private static List<Sequence> withNeighbour(List<Sequence> sequences) {
        Sequence first = sequences.getFirst();
        int longest = sequences.stream().mapToInt(Sequence::length).max().orElseThrow();
        long[] ids = new long[Math.min(longest + 3, 128)];
        Arrays.fill(ids, first.ids()[0] + 5);
        List<Sequence> batch = new ArrayList<>(sequences);
        batch.add(new Sequence(ids, 0, first.pooling()));
        return batch;
    }

    private static Recipe recipe(Case expected, TinyModel model) {
        RecipeKind kind = RecipeKind.of("reference-" + expected.path());
        RecipeSettings settings = new RecipeSettings(
                expected.switchedOn("USE_QUERY_PASSAGE_PREFIXES"),
                !expected.switchedOn("T2V_TRANSFORMERS_DIRECT_TOKENIZE"),
                false,
                true,
                OptionalInt.empty(),
                RecipeSettings.MAX_WINDOWS);
        return model.recipe(kind, settings);
    }

    /** Writes the table as Markdown. */
    public void write(Path file) throws IOException {
        StringBuilder lines = new StringBuilder(
                "| fixture | path | cases | of these errors | worst cosine |\n|---|---|---|---|---|\n");
        table.forEach((row, r) -> lines.append(
                String.format(Locale.ROOT, "| %s | %d | %d | %.6f |%n", row, r.cases(), r.errors(), r.worst())));
        Files.writeString(file, lines);
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            dot += (double) a[i] * b[i];
        }
        return dot / norm(a) / norm(b);
    }

    private static double norm(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        return Math.sqrt(squares);
    }
}
