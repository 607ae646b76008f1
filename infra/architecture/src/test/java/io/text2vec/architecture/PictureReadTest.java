package io.text2vec.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PictureReadTest {
    @Test
    void aBoxOfTwoModulesGivesEachTheArrow() {
        Picture picture = Picture.read(List.of(
                "subgraph doors", "both[rest, grpc]", "end", "subgraph core", "store", "end", "both --> store"));
        assertThat(picture.groups().get("doors")).containsExactly("rest", "grpc");
        assertThat(picture.arrows()).containsExactly(Arrow.solid("rest", "store"), Arrow.solid("grpc", "store"));
    }

    @Test
    void allBeforeAnArrowPointToAllBehindIt() {
        Picture picture = Picture.read(List.of("subgraph all", "a", "b", "c", "d", "end", "a & b -.-> c & d"));
        assertThat(picture.arrows())
                .containsExactly(
                        Arrow.dotted("a", "c"), Arrow.dotted("a", "d"), Arrow.dotted("b", "c"), Arrow.dotted("b", "d"));
    }

    @Test
    void whatItCannotReadItRefuses() {
        assertThatThrownBy(() -> Picture.read(List.of("a ==> b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("found: a ==> b");
    }

    @Test
    void anArrowToNoBoxIsRefused() {
        assertThatThrownBy(() -> Picture.read(List.of("subgraph all", "a", "end", "a --> b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("found one at: b");
    }

    @Test
    void twoArrowsBetweenTwoModulesAreRefused() {
        assertThatThrownBy(() -> Picture.read(List.of("subgraph all", "a", "b", "end", "a --> b", "a -.-> b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected one arrow from a to b in the picture, found two.");
    }
}
