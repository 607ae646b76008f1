package io.text2vec.runtime.infer;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A GPU that graphs run on, in a build with ONNX Runtime for CUDA.
 *
 * @param id as CUDA counts the devices that this process sees
 * @param memory most bytes that ONNX Runtime takes of its memory; no limit if absent
 */
public record CudaDevice(int id, OptionalLong memory) {
    /** What a build with ONNX Runtime for CUDA has on its class path, and one for the CPU hasn't. */
    private static final String OF_THE_BUILD = "META-INF/maven/com.microsoft.onnxruntime/onnxruntime_gpu/pom.xml";

    /** Whether this build can run graphs on a GPU; loads nothing. */
    public static boolean isInThisBuild() {
        return OrtEnvironment.class.getClassLoader().getResource(OF_THE_BUILD) != null;
    }

    /**
     * Opens a session whose operators run on the device where CUDA has them. Graphs are optimised for it at each start: a copy that
     * is kept is one for the CPU.
     *
     * @param options without a provider; closed here
     * @return the caller's to close
     * @throws OrtException if there is no such device, or CUDA's own libraries are missing
     */
    OrtSession open(Path graph, SessionOptions options) throws OrtException {
        try (options;
                OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(id)) {
            if (memory.isPresent()) {
                cuda.add("gpu_mem_limit", Long.toString(memory.getAsLong()));
            }
            options.addCUDA(cuda);
            return OrtEnvironment.getEnvironment().createSession(graph.toString(), options);
        }
    }
}
