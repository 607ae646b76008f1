package io.text2vec.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MemoryTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void aJvmIsBetweenTenMebibytesAndAllThereIs() throws IOException {
        Memory memory = Memory.of(ProcessHandle.current().pid());
        assertThat(memory.residentMiB()).isBetween(10.0, 1e6);
        assertThat(memory.proportionalMiB()).isBetween(10.0, memory.residentMiB() + 1);
    }

    @Test
    void noProcessHasNoMemory() throws IOException {
        assertThat(Memory.of(-1).residentMiB()).isNaN();
    }
}
