package io.text2vec.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain, plain",
                "`a\"b`, `a\\\"b`",
                "`a\\b`, `a\\\\b`",
                "`a\nb\rc\td`, `a\\nb\\rc\\td`",
                "`\u0000\u001f`, `\\u0000\\u001f`",
                "`\u007fé漢`, `\u007fé漢`",
                "`😀`, `😀`",
                "`x\ud83d`, `x\\ud83d`",
                "`\ude00x`, `\\ude00x`",
                "`\ud83d\ud83d\ude00`, `\\ud83d😀`",
            })
    void quotes(String text, String inside) {
        assertThat(quoted(text)).isEqualTo('"' + inside + '"');
    }

    @Test
    void emptyStringIsTwoQuotes() {
        assertThat(quoted("")).isEqualTo("\"\"");
    }

    @Test
    void everyCharacterEncodesAsUtf8() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            all.append(c).append('.'); // the point keeps surrogates apart
        }
        String json = quoted(all.toString());
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(json);
    }

    private static String quoted(String text) {
        return Json.quote(new StringBuilder(), text).toString();
    }
}
