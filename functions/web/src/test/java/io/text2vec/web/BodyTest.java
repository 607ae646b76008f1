package io.text2vec.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class BodyTest {

    @Test
    void allBodiesHaveSpaceForTheLargestOne() {
        assertThatCode(() -> start(16, 16)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(16, 15))
                .withMessage("TEXT2VEC_BODIES must be at least the 16 bytes that a single body may have, not 15");
    }

    private static Body start(long limit, long all) {
        return new Body(size(limit), new BodySpace(all));
    }

    private static MemorySize size(long bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }
}
