package io.text2vec.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The picture in {@code docs/architecture.md} shows every module, and exactly the arrows that there are. */
class PictureTest {
    private static Picture picture;
    private static Poms poms;
    private static Modules modules;
    private static Map<Arrow, List<Dependency>> uses;

    @BeforeAll
    static void read() throws IOException {
        Path root = Path.of(System.getProperty("text2vec.root"));
        picture = Picture.of(root.resolve("docs", "architecture.md"));
        poms = Poms.ofThisBuild();
        modules = Modules.ofThisBuild();
        uses = modules.uses();
    }

    @Test
    void everyModuleOfTheBuildIsDrawn() {
        assertThat(picture.modules())
                .containsExactlyInAnyOrderElementsOf(poms.folders().keySet());
    }

    /** Else nothing would be said of its classes. What no application depends on is a dependency more of this module. */
    @Test
    void everyModuleOfTheBuildIsCompiledBeforeThisOne() {
        assertThat(modules.names())
                .containsExactlyInAnyOrderElementsOf(poms.folders().keySet());
    }

    @Test
    void everyUseHasASolidArrow() {
        assertThat(uses.entrySet().stream()
                        .filter(use -> !picture.arrows().contains(use.getKey()))
                        .map(use -> without(use.getKey()) + example(use.getValue())))
                .isEmpty();
    }

    @Test
    void everySolidArrowIsUsed() {
        assertThat(arrows(false)
                        .filter(arrow -> !uses.containsKey(arrow))
                        .map(arrow -> arrow + ": no class of " + arrow.from() + " names one of " + arrow.to()))
                .isEmpty();
    }

    @Test
    void everyDottedArrowIsADependencyOfItsPom() {
        assertThat(arrows(true)
                        .filter(arrow -> !poms.declared().get(arrow.from()).contains(arrow.to()))
                        .map(arrow -> arrow + ": the pom of " + arrow.from() + " doesn't declare " + arrow.to()))
                .isEmpty();
    }

    @Test
    void everyDependencyOfAPomHasAnArrow() {
        Set<String> drawn = picture.arrows().stream()
                .map(arrow -> arrow.from() + " to " + arrow.to())
                .collect(Collectors.toSet());
        assertThat(poms.declared().entrySet().stream()
                        .flatMap(pom -> pom.getValue().stream().map(to -> pom.getKey() + " to " + to))
                        .filter(arrow -> !drawn.contains(arrow)))
                .isEmpty();
    }

    private static Stream<Arrow> arrows(boolean dotted) {
        return picture.arrows().stream().filter(arrow -> arrow.dotted() == dotted);
    }

    private static String without(Arrow use) {
        Arrow dotted = Arrow.dotted(use.from(), use.to());
        return picture.arrows().contains(dotted)
                ? dotted + " is dotted, at run time only, but "
                : use + " is not in the picture, but ";
    }

    private static String example(List<Dependency> uses) {
        Dependency one = uses.getFirst();
        return one.getOriginClass().getName() + " names " + one.getTargetClass().getName() + ", the first of "
                + uses.size() + ": " + one.getDescription();
    }
}
