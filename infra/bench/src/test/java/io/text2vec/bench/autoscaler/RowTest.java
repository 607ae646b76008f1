package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void costIsWhatPodsAskForWhileTheyAreThere() {
        Software software = new Software("any", 1, 1, 1, 1024);
        assertThat(new Prices(0.04, 0.01, 2).of(software, 10)).isEqualTo(10 * (2 * 0.04 + 2 * 0.01));
    }

    @Test
    void alwaysOnHasAsManyPodsAsTheBusiestSecondsNeed() {
        Traffic traffic = new Traffic("an hour", new int[3600]);
        Arrays.fill(traffic.perSecond(), 1800, 1810, 350);
        Case always = new Case(traffic, new Software("any", 1, 1, 10, 100), Policy.ALWAYS_ON);
        Outcome outcome = always.simulate(Settings.parse(Path.of("."), List.of()));
        assertThat(outcome.meanPods()).isEqualTo(3); // 3.5 at once, of which a pod does 2 and is to do 1.4
        assertThat(new Row(always, outcome).podHours()).isEqualTo(3);
    }
}
