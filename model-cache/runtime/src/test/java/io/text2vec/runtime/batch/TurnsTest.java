package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest extends SchedulerFixture {

    @Test
    void aShortTextDoesNotWaitForAllWindowsOfALongOne() throws Exception {
        start(1, 1);
        submit("long:4x1000");
        var first = runner.next();
        submit("short");
        first.end();
        assertThat(runner.ended(3)).containsExactly(List.of("long/1"), List.of("short/0"), List.of("long/2"));
    }

    @Test
    void aShortTextDoesNotWaitForAllTextsOfABigRequest() throws Exception {
        start(1, 1);
        submitAll(IntStream.range(0, 100).mapToObj(i -> "big" + i).toArray(String[]::new));
        var first = runner.next();
        submit("short");
        first.end();
        assertThat(runner.ended(3)).containsExactly(List.of("big1/0"), List.of("short/0"), List.of("big2/0"));
    }

    @Test
    void aBatchTakesEachRequestsTurnBeforeAnyonesSecond() throws Exception {
        start(1, 4);
        var busy = occupy(1).getFirst();
        submit("long:4x1000");
        submit("b");
        submit("c");
        busy.end();
        assertThat(runner.next().labels()).containsExactly("long/0", "b/0", "c/0", "long/1");
    }

    @Test
    void longTextsTakeTurnsWithEachOther() throws Exception {
        start(1, 1);
        var busy = occupy(1).getFirst();
        submit("a:4x10");
        submit("b:4x10");
        busy.end();
        assertThat(runner.ended(4)).containsExactly(List.of("a/0"), List.of("b/0"), List.of("a/1"), List.of("b/1"));
    }

    @Test
    void aLongTextGetsOnWhileShortOnesKeepComing() throws Exception {
        start(1, 1);
        submit("long:4x10");
        for (int window = 0; window < 10; window++) {
            var run = runner.next();
            submit("x" + window);
            submit("y" + window);
            assertThat(run.labels()).containsExactly("long/" + window);
            run.end();
            // What came meanwhile has the next round; before the first window nothing had.
            for (int i = 0; i < 2 && window > 0; i++) {
                runner.next().end();
            }
        }
    }

    @Test
    void textsRunInTheOrderTheyCame() throws Exception {
        start(1, 1);
        var busy = occupy(1).getFirst();
        submit("a:10");
        submit("b:200");
        submit("c:10");
        busy.end();
        assertThat(runner.ended(3)).containsExactly(List.of("a/0"), List.of("b/0"), List.of("c/0"));
    }
}
