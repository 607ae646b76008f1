package io.text2vec.runtime;

import io.text2vec.runtime.infer.CudaDevice;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of a GPU: the reference's names, and one of ours where its own can't be kept. */
final class CudaVariables {
    /** {@code cuda:1}, or the number alone. */
    private static final Pattern DEVICE = Pattern.compile("(?:cuda:)?(\\d{1,3})");

    private static final long MEBIBYTE = 1L << 20;

    private CudaVariables() {}

    /**
     * The device to use, if {@code ENABLE_CUDA} asks for one.
     *
     * @param inThisBuild whether ONNX Runtime is the one for CUDA
     * @throws io.text2vec.runtime.source.ModelException if it asks in a build for the CPU, or for what ONNX Runtime doesn't have
     */
    static Optional<CudaDevice> read(Variables variables, boolean inThisBuild) {
        if (!variables.flag("ENABLE_CUDA")) {
            return Optional.empty();
        }
        if (!inThisBuild) {
            throw variables.refused(
                    "ENABLE_CUDA",
                    "this build runs on the CPU only; unset it, or use the image text2vec/vectorize-passage-cuda that"
                            + " infra/containers/cuda.Dockerfile makes of the build for CUDA 12 (mvn -Pcuda)");
        }
        if (variables.text("CUDA_PER_PROCESS_MEMORY_FRACTION").isPresent()) {
            throw variables.refused(
                    "CUDA_PER_PROCESS_MEMORY_FRACTION",
                    "ONNX Runtime takes no share of a GPU's memory, but a number of MiB: unset it and set"
                            + " TEXT2VEC_CUDA_MEMORY");
        }
        Matcher device = DEVICE.matcher(variables.text("CUDA_CORE").orElse("cuda:0"));
        if (!device.matches()) {
            throw variables.refused(
                    "CUDA_CORE", "expected one device such as cuda:0; a process has one, start another for the next");
        }
        return Optional.of(new CudaDevice(
                Integer.parseInt(device.group(1)),
                variables.number("TEXT2VEC_CUDA_MEMORY").stream()
                        .mapToLong(mebibytes -> mebibytes * MEBIBYTE)
                        .findFirst()));
    }
}
