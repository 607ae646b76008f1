package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void withoutOptionsKnativesDefaultsMeetTheMeasuredSoftware() {
        Settings settings = parse();
        assertThat(settings.rules()).isEqualTo(ScalingRules.defaults(2, 8));
        assertThat(settings.software()).extracting(Software::name).containsExactly("native", "JVM", "reference");
    }

    @Test
    void everyOptionOfTheUsageIsTaken() {
        Pattern.compile("^ +(--[a-z-]+) ([A-Z,]+)", Pattern.MULTILINE)
                .matcher(Settings.USAGE)
                .results()
                .forEach(option -> assertThat(parse(option.group(1), value(option.group(2))))
                        .isNotNull());
    }

    @Test
    void softwareOfOnesOwnTakesThePlaceOfTheMeasured() {
        Software own = parse("--software", "mine,0.5,1,3,200").software().getFirst();
        assertThat(own).isEqualTo(new Software("mine", 0.5, 1, 3, 200));
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> parse("--pods", "3")).hasMessage("No such option: --pods");
        assertThatThrownBy(() -> parse("--grace")).hasMessageContaining("--grace");
        assertThatThrownBy(() -> parse("--software", "mine,3")).hasMessageContaining("mine,3");
        assertThatThrownBy(() -> parse("--utilization", "70")).hasMessageContaining("utilisation");
    }

    private static String value(String of) {
        return switch (of) {
            case "FILE", "NAME" -> "any";
            case "NAME,COLD,COLD,MILLIS,MIB" -> "any,1,2,3,4";
            case "SHARE" -> "0.5";
            default -> "10";
        };
    }

    private static Settings parse(String... arguments) {
        return Settings.parse(Path.of("."), List.of(arguments));
    }
}
