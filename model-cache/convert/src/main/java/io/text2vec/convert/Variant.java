package io.text2vec.convert;

import io.text2vec.convert.parameters.Quantisation;
import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.infer.GraphFile;
import io.text2vec.runtime.source.ModelException;
import java.util.List;
import java.util.Optional;

/**
 * What kind of graph is made.
 *
 * @param word its name in settings
 * @param quantisation how weights become 8 bits; empty for a graph of floats
 * @param file name of the graph's file, under which the runtime finds it
 * @param reason why this one was chosen, for people
 */
public record Variant(String word, Optional<Quantisation> quantisation, String file, String reason) {
    /** Floats. */
    public static final String FP32 = CpuKind.OTHER.word();

    /** 8 bits for the processor at hand, with a scale a column. */
    public static final String INT8 = GraphFile.INT8;

    private static final int FULL = 127;
    private static final int REDUCED = 64;

    /** What can be asked for. */
    public static List<String> words() {
        return List.of(
                GraphFile.AUTO, FP32, INT8, CpuKind.AVX2.word(), CpuKind.AVX512_VNNI.word(), CpuKind.ARM64.word());
    }

    /**
     * The variant for a setting. {@code avx2}, {@code avx512_vnni} and {@code arm64} are the reference's recipes, one scale a
     * matrix; {@code int8} is nearer to the floats and faster, see docs/models.md.
     *
     * @throws ModelException if there is none of this name
     */
    public static Variant of(String word, CpuKind here) {
        if (word.equals(GraphFile.AUTO)) {
            return plain("floats, which change no vector; " + INT8 + " is faster");
        }
        if (word.equals(FP32)) {
            return plain("asked for");
        }
        if (word.equals(INT8)) {
            boolean overflows = overflows(here);
            return new Variant(
                    INT8,
                    Optional.of(new Quantisation(true, true, overflows ? REDUCED : FULL, false)),
                    GraphFile.int8(here),
                    overflows
                            ? "7 bits of 8, since this processor adds pairs of products in 16 bits"
                            : "all 8 bits, which this processor multiplies without loss");
        }
        for (CpuKind kind : CpuKind.values()) {
            if (kind != CpuKind.OTHER && kind.word().equals(word)) {
                boolean unsigned = kind == CpuKind.AVX2;
                return new Variant(
                        word,
                        Optional.of(new Quantisation(!unsigned, false, FULL, unsigned)),
                        kind.files().getFirst(),
                        "the reference's recipe for " + word);
            }
        }
        throw new ModelException("The variant is '" + word + "'; it can be " + String.join(", ", words()));
    }

    /** What is made of weights that are in 8 bits already: the same values. */
    static Variant kept(CpuKind here) {
        return new Variant(
                INT8, Optional.empty(), GraphFile.int8(here), "the published graph has its weights in 8 bits");
    }

    /** Whether a processor adds two products of 8 bits in 16, where weights of more than 7 bits would overflow. */
    static boolean overflows(CpuKind here) {
        return here == CpuKind.AVX2 || here == CpuKind.OTHER;
    }

    private static Variant plain(String reason) {
        return new Variant(FP32, Optional.empty(), GraphFile.PLAIN, reason);
    }
}
