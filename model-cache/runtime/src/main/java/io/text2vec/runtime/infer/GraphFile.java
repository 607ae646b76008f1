package io.text2vec.runtime.infer;

import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of a model's graphs is run.
 *
 * @param path the ONNX file
 * @param variant {@code fp32} for the plain one, else the kind of CPU it was quantised for
 */
public record GraphFile(Path path, String variant) {
    /** Chooses by the processor at hand. */
    public static final String AUTO = "auto";

    /** Takes the one in 8 bits that was converted for this processor, else one that was published for it. */
    public static final String INT8 = "int8";

    /** Takes the one in floats. */
    public static final String FLOATS = CpuKind.OTHER.word();

    /** The file name of a graph in floats. */
    public static final String PLAIN = "model.onnx";

    /** The name under which the reference, and many a hub checkout, keep one quantised graph for every processor. */
    private static final String QUANTISED = "model_quantized.onnx";

    private static final List<String> FOLDERS = List.of("onnx/", "");

    /**
     * The graph for a setting, as {@link #find} looks for it.
     *
     * @throws ModelException if the model has none, saying what to do
     */
    public static GraphFile of(ModelFiles files, String variant, CpuKind here) {
        return find(files, variant, here).orElseThrow(() -> missing(files, variant));
    }

    /**
     * The graph for a setting: {@link #AUTO} takes the one made for this processor, else the plain one, else the quantised
     * one; another word takes just that.
     *
     * @throws ModelException if there is no such setting
     */
    public static Optional<GraphFile> find(ModelFiles files, String variant, CpuKind here) {
        if (variant.equals(AUTO)) {
            List<CpuKind> kinds = new ArrayList<>(List.of(here));
            if (here == CpuKind.AVX512_VNNI) {
                kinds.add(CpuKind.AVX2);
            }
            return kinds.stream()
                    .flatMap(kind -> madeFor(kind, files).stream())
                    .findFirst()
                    .or(() -> find(files, PLAIN).map(path -> new GraphFile(path, CpuKind.OTHER.word())))
                    .or(() -> find(files, QUANTISED).map(path -> new GraphFile(path, "quantised")));
        }
        if (variant.equals(INT8)) {
            return find(files, int8(here))
                    .map(path -> new GraphFile(path, INT8))
                    .or(() -> madeFor(here == CpuKind.OTHER ? CpuKind.AVX2 : here, files));
        }
        CpuKind kind = Arrays.stream(CpuKind.values())
                .filter(k -> k.word().equals(variant))
                .findFirst()
                .orElseThrow(() -> new ModelException("TEXT2VEC_VARIANT is '" + variant + "'; it can be " + AUTO + ", "
                        + INT8 + ", "
                        + Arrays.stream(CpuKind.values()).map(CpuKind::word).collect(Collectors.joining(", "))));
        return kind == CpuKind.OTHER
                ? find(files, PLAIN).map(path -> new GraphFile(path, variant))
                : madeFor(kind, files);
    }

    private static ModelException missing(ModelFiles files, String variant) {
        return new ModelException(files + " holds no graph"
                + (variant.equals(AUTO)
                        ? ": expected onnx/" + PLAIN + ", " + PLAIN + " or a quantised one such as " + QUANTISED
                        : " of the variant " + variant + " that TEXT2VEC_VARIANT asks for")
                + ", or weights (model.safetensors, pytorch_model.bin) and an application that carries text2vec-convert"
                + " to make a graph of them");
    }

    /** The file name of a graph that was converted for a kind of processor; what none is made for gets AVX2's. */
    public static String int8(CpuKind kind) {
        return "model_int8_" + (kind == CpuKind.OTHER ? CpuKind.AVX2 : kind).word() + ".onnx";
    }

    /** The graph that the reference's ONNX path runs, and no other. */
    public static GraphFile ofReferenceOnnx(ModelFiles files) {
        return find(files, QUANTISED)
                .map(path -> new GraphFile(path, "quantised"))
                .orElseThrow(() -> new ModelException(files + " holds no " + QUANTISED
                        + ", which the reference's ONNX path runs; choose another TEXT2VEC_RECIPE"));
    }

    private static Optional<GraphFile> madeFor(CpuKind kind, ModelFiles files) {
        return kind.files().stream()
                .map(name -> find(files, name).orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .map(path -> new GraphFile(path, kind.word()));
    }

    private static Optional<Path> find(ModelFiles files, String name) {
        return FOLDERS.stream()
                .map(folder -> files.path(folder + name).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
