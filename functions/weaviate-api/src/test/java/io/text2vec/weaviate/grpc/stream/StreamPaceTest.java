package io.text2vec.weaviate.grpc.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamPaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final StreamPace pace = new StreamPace();
    private long now;

    /** A second of work that writes so many items, after which others wait. */
    private void second(int written, int waiting) {
        pace.came(now);
        now += SECOND;
        pace.written(written, waiting, now);
    }

    @Test
    void saysNothingBeforeItKnows() {
        pace.came(0);
        pace.written(50, 10, SECOND / 2);

        assertThat(pace.size(10)).isEmpty();
        assertThat(pace.room()).isEqualTo(200);
    }

    @Test
    void asksForWhatIsWrittenInTwoSecondsLessWhatWaits() {
        second(300, 150);

        assertThat(pace.size(150)).hasValue(450);
        assertThat(pace.room()).isEqualTo(600);
    }

    @Test
    void staysBetweenAHundredAndAThousand() {
        second(100_000, 0);
        assertThat(pace.size(0)).hasValue(1000);
        assertThat(pace.room()).isEqualTo(2000);

        for (int i = 0; i < 30; i++) {
            second(1, 500);
        }
        assertThat(pace.size(500)).hasValue(100);
        assertThat(pace.room()).isEqualTo(100);
    }

    @Test
    void aSizeIsToldAgainOnlyWhenItDiffersByMoreThanAFifth() {
        second(300, 100);
        assertThat(pace.size(100)).hasValue(500);
        assertThat(pace.size(100)).isEmpty();
        assertThat(pace.size(0)).isEmpty();
        assertThat(pace.size(300)).hasValue(300);
    }

    @Test
    void timeWithoutWorkDoesntCount() {
        pace.came(0);
        pace.written(300, 0, SECOND / 2);
        long later = 100 * SECOND;
        pace.came(later);
        pace.written(300, 0, later + SECOND / 2);

        assertThat(pace.room()).isEqualTo(1200);
    }

    @Test
    void followsARateThatChanges() {
        second(1000, 0);
        second(200, 0);
        second(200, 0);

        assertThat(pace.room()).isEqualTo(800);
    }
}
