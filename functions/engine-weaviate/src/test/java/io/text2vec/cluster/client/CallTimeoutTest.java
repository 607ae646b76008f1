package io.text2vec.cluster.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallTimeoutTest {

    @Test
    void everyUnitIsKnown() {
        assertThat(CallTimeout.read("2H")).contains(Duration.ofHours(2));
        assertThat(CallTimeout.read("3M")).contains(Duration.ofMinutes(3));
        assertThat(CallTimeout.read("4S")).contains(Duration.ofSeconds(4));
        assertThat(CallTimeout.read("5m")).contains(Duration.ofMillis(5));
        assertThat(CallTimeout.read("6000u")).contains(Duration.ofMillis(6));
        assertThat(CallTimeout.read("7n")).contains(Duration.ofNanos(7));
        assertThat(CallTimeout.read(CallTimeout.write(Duration.ofSeconds(90)))).contains(Duration.ofSeconds(90));
    }

    @Test
    void whatIsNoneIsNone() {
        assertThat(CallTimeout.read(null)).isEmpty();
        assertThat(CallTimeout.read("90")).isEmpty();
        assertThat(CallTimeout.read("123456789S")).isEmpty();
    }
}
