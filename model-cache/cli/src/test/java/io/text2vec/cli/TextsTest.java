package io.text2vec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.text2vec.cli.Texts.Text;
import io.text2vec.hub.HubException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Text> all(Texts texts) throws IOException {
        List<Text> all = new ArrayList<>();
        for (Text text = texts.next(); text != null; text = texts.next()) {
            all.add(text);
        }
        return all;
    }

    @Test
    void everyLineIsATextWithItsNumber() throws IOException {
        assertThat(all(Texts.lines(stream("one\n\nthree \u00e9\u20ac\ud83d\ude00\n"))))
                .containsExactly(
                        new Text("1", "one", 4),
                        new Text("2", "", 5),
                        new Text("3", "three \u00e9\u20ac\ud83d\ude00", 21));
    }

    @Test
    void anObjectBringsItsIdAndItsText() throws IOException {
        assertThat(all(Texts.jsonl(
                        stream("{\"id\":\"a\\\"b\",\"body\":\"x\"}\n\n{\"id\":7,\"body\":\"y\"}\n{\"body\":\"z\"}"),
                        "body")))
                .extracting(Text::id, Text::text)
                .containsExactly(tuple("\"a\\\"b\"", "x"), tuple("7", "y"), tuple("4", "z"));
    }

    @Test
    void whatIsNoneIsRefusedByItsLine() throws IOException {
        Texts texts = Texts.jsonl(stream("{\"text\":\"x\"}\n{\"title\":\"y\"}\n"), "text");
        texts.next();
        assertThatThrownBy(texts::next)
                .isInstanceOf(HubException.BadSetting.class)
                .hasMessageContaining("Line 2")
                .hasMessageContaining("--field");
        assertThatThrownBy(() -> Texts.jsonl(stream("hello"), "text").next()).hasMessageContaining("Line 1 is no JSON");
    }
}
