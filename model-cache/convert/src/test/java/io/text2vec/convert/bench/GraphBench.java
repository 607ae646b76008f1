package io.text2vec.convert.bench;

import io.text2vec.convert.ConversionListener;
import io.text2vec.convert.ConversionRequest;
import io.text2vec.convert.ConversionResult;
import io.text2vec.convert.Converter;
import io.text2vec.runtime.store.TokenizerLibrary;
import io.text2vec.runtime.tokenize.Tokenizer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures what conversion gives and costs; started by {@code infra/bench/graphs}.
 *
 * <pre>
 * cosine TOKENIZER TEXTS BASE OTHER...    cosines to BASE over the lines of a file
 * speed TOKENIZER TEXTS BASE OTHER...     speed by turns, with tokens of that file
 * ndcg TOKENIZER SET mean|cls BASE OTHER...    how well graphs of a model find what a labelled set asks for
 * convert MODEL VARIANT OUTPUT [GRAPH]    time and memory of a conversion
 * random OUTPUT                           a BERT of base size with random weights, to convert
 * </pre>
 */
public final class GraphBench {
    private static final int[] LENGTHS = {12, 90, 500};
    private static final int ROUNDS = 7;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LONGEST = 256;
    private static final int TOKENS_A_TURN = 1_500;

    private GraphBench() {}

    public static void main(String[] arguments) throws IOException {
        TokenizerLibrary.load();
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "cosine", "speed" -> {
                List<long[]> sequences = sequences(Path.of(rest.get(0)), Path.of(rest.get(1)));
                List<PlainModel> models = rest.subList(2, rest.size()).stream()
                        .map(Path::of)
                        .map(PlainModel::new)
                        .toList();
                if (arguments[0].equals("cosine")) {
                    cosines(models, sequences);
                } else {
                    speed(models, sequences);
                }
                models.forEach(PlainModel::close);
            }
            case "ndcg" -> {
                try (Tokenizer tokenizer = new Tokenizer(Files.readString(Path.of(rest.get(0))))) {
                    new Retrieval(
                                    LabelledSet.read(Path.of(rest.get(1))),
                                    tokenizer,
                                    LONGEST,
                                    rest.get(2).equals("cls"))
                            .compare(rest.subList(3, rest.size()).stream()
                                    .map(Path::of)
                                    .toList());
                }
            }
            case "convert" ->
                convert(new ConversionRequest(
                        Path.of(rest.get(0)),
                        rest.size() > 3 ? Optional.of(Path.of(rest.get(3))) : Optional.empty(),
                        rest.get(1),
                        Path.of(rest.get(2))));
            case "random" -> RandomBert.write(Path.of(rest.get(0)));
            default -> {
                System.err.println(
                        "cosine|speed TOKENIZER TEXTS BASE OTHER... | ndcg TOKENIZER SET mean|cls BASE OTHER..."
                                + " | convert MODEL VARIANT OUTPUT [GRAPH] | random OUTPUT");
                System.exit(2);
            }
        }
    }

    private static void convert(ConversionRequest request) throws IOException {
        long start = System.nanoTime();
        ConversionResult result = new Converter().convert(request, ConversionListener.SILENT);
        say(
                "%s in %s (%s): %.1f s, %d MB read, %d MB written",
                result.family(),
                result.variant().word(),
                result.variant().reason(),
                (System.nanoTime() - start) / 1e9,
                result.bytesRead() >> 20,
                result.bytesWritten() >> 20);
        try (var status = Files.lines(Path.of("/proc/self/status"))) {
            status.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
        }
    }

    private static List<long[]> sequences(Path tokenizer, Path texts) throws IOException {
        List<long[]> sequences = new ArrayList<>();
        try (Tokenizer tokens = new Tokenizer(Files.readString(tokenizer))) {
            for (String line : Files.readAllLines(texts)) {
                long[] ids = tokens.content(line);
                sequences.add(tokens.special().wrap(ids, Math.min(ids.length, LONGEST)));
            }
        }
        return sequences;
    }

    private static void cosines(List<PlainModel> models, List<long[]> sequences) {
        List<float[]> reference =
                sequences.stream().map(models.getFirst()::embed).toList();
        for (PlainModel model : models) {
            double[] cosines = new double[sequences.size()];
            for (int i = 0; i < cosines.length; i++) {
                cosines[i] = PlainModel.cosine(reference.get(i), model.embed(sequences.get(i)));
            }
            say(
                    "cosine to the first: mean %.5f, least %.5f over %d texts: %s",
                    Arrays.stream(cosines).average().orElseThrow(),
                    Arrays.stream(cosines).min().orElseThrow(),
                    cosines.length,
                    model);
        }
    }

    private static void speed(List<PlainModel> models, List<long[]> sequences) {
        long[] all = sequences.stream().flatMapToLong(Arrays::stream).toArray();
        for (int length : LENGTHS) {
            long[] ids = new long[length];
            Arrays.setAll(ids, i -> all[i % all.length]);
            time(models, ids);
        }
    }

    /**
     * Times the models by turns, each for about as long, and compares those of a round. The machine may have other work, so what
     * counts is the time of this thread on a core; a run has no other thread.
     */
    private static void time(List<PlainModel> models, long[] ids) {
        int runs = Math.max(2, TOKENS_A_TURN / ids.length);
        double[][] ratios = new double[models.size()][ROUNDS];
        double[][] millis = new double[models.size()][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            for (int m = 0; m < models.size(); m++) {
                long start = THREADS.getCurrentThreadCpuTime();
                for (int run = 0; run < runs; run++) {
                    models.get(m).embed(ids);
                }
                if (round >= 0) {
                    millis[m][round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / runs;
                    ratios[m][round] = millis[0][round] / millis[m][round];
                }
            }
        }
        for (int m = 0; m < models.size(); m++) {
            Arrays.sort(ratios[m]);
            Arrays.sort(millis[m]);
            say(
                    "%4d tokens: x %.3f (%.3f - %.3f), %.3f ms of a core: %s",
                    ids.length,
                    ratios[m][ROUNDS / 2],
                    ratios[m][1],
                    ratios[m][ROUNDS - 2],
                    millis[m][ROUNDS / 2],
                    models.get(m));
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
