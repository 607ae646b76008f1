package io.text2vec.bench.direct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingTest {

    @Test
    void everySettingUsesAllCores() {
        assertThat(Setting.oneTextARun(6))
                .containsExactly(
                        new Setting(6, 1, 1), new Setting(3, 2, 1), new Setting(2, 3, 1), new Setting(1, 6, 1));
    }

    @Test
    void aSingleCallerHasOneRun() {
        assertThat(Setting.oneCaller(4))
                .containsExactly(new Setting(1, 1, 1), new Setting(1, 2, 1), new Setting(1, 4, 1));
    }
}
