package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueSettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void namesWhatIsWrong() {
        assertWrong("runs must be at least 1, not 0", 0, 1, 1, 1, SECOND, SECOND);
        assertWrong("capacity must be at least 1, not -1", 1, -1, 1, 1, SECOND, SECOND);
        assertWrong("maxWaitingChars must be at least 1, not 0", 1, 1, 0, 1, SECOND, SECOND);
        assertWrong("maxBatchTokens must be at least 1, not 0", 1, 1, 1, 0, SECOND, SECOND);
        assertWrong("deadline must be PT0.000000001S to PT8760H, not PT0S", 1, 1, 1, 1, Duration.ZERO, SECOND);
        assertWrong("drain must be PT0S to PT8760H, not PT-1S", 1, 1, 1, 1, SECOND, SECOND.negated());
        assertWrong("drain must be PT0S to PT8760H, not PT8784H", 1, 1, 1, 1, SECOND, Duration.ofDays(366));
    }

    private static void assertWrong(
            String message,
            int runs,
            int capacity,
            long maxWaitingChars,
            int maxBatchTokens,
            Duration deadline,
            Duration drain) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueueSettings(runs, capacity, maxWaitingChars, maxBatchTokens, deadline, drain))
                .withMessage(message);
    }
}
