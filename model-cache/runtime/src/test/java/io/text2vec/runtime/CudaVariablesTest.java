package io.text2vec.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.text2vec.runtime.infer.CudaDevice;
import io.text2vec.runtime.source.ModelException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CudaVariablesTest {

    @Test
    void withoutEnableCudaTheOthersMeanNothing() {
        assertThat(read(true, Map.of("CUDA_CORE", "all", "TEXT2VEC_CUDA_MEMORY", "much")))
                .isEmpty();
    }

    @Test
    void aBuildForTheCpuNamesTheImageForCuda() {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> read(false, Map.of("ENABLE_CUDA", "1")))
                .withMessageContaining("ENABLE_CUDA is '1'")
                .withMessageContaining("text2vec/vectorize-passage-cuda")
                .withMessageContaining("CUDA 12");
    }

    @Test
    void theFirstDeviceWithoutALimitIsTheDefault() {
        assertThat(read(true, Map.of("ENABLE_CUDA", "true"))).contains(new CudaDevice(0, OptionalLong.empty()));
    }

    @ParameterizedTest
    @CsvSource({"cuda:2, 2", "3, 3"})
    void aDeviceIsNamedAsInTheReferenceOrByItsNumber(String core, int id) {
        assertThat(read(true, Map.of("ENABLE_CUDA", "true", "CUDA_CORE", core, "TEXT2VEC_CUDA_MEMORY", "4096")))
                .contains(new CudaDevice(id, OptionalLong.of(4096L << 20)));
    }

    @ParameterizedTest
    @CsvSource({"CUDA_CORE, 'cuda:0,cuda:1'", "CUDA_PER_PROCESS_MEMORY_FRACTION, 0.5", "TEXT2VEC_CUDA_MEMORY, all"})
    void whatOnnxRuntimeDoesNotHaveIsRefusedByName(String name, String value) {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> read(true, Map.of("ENABLE_CUDA", "true", name, value)))
                .withMessageStartingWith(name + " is '" + value + "'");
    }

    /** The tests run in the build for the CPU. */
    @Test
    void thisBuildIsTheOneForTheCpu() {
        assertThat(CudaDevice.isInThisBuild()).isFalse();
    }

    private static Optional<CudaDevice> read(boolean cuda, Map<String, String> environment) {
        return CudaVariables.read(new Variables(new HashMap<>(environment)::get), cuda);
    }
}
