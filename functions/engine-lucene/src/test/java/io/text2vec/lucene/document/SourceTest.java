package io.text2vec.lucene.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.Value;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class SourceTest {
    @Test
    void shortAndLongTextsComeBackAsTheyWere() {
        for (int words : new int[] {0, 1, 40, 400, 40_000}) {
            Map<String, Value> properties = properties("word ".repeat(words));

            assertThat(Source.unpack(Source.pack(properties))).isEqualTo(properties);
        }
    }

    @Test
    void aLongTextTakesLessSpaceThanItself() {
        assertThat(Source.pack(properties("the same words again ".repeat(100))).length)
                .isLessThan(1000);
    }

    @Test
    void whatCannotBePackedTakesOneByteMore() {
        Map<String, Value> properties = properties(
                new Random(1).ints(1000, '!', '~').mapToObj(Character::toString).collect(Collectors.joining()));

        BytesRef packed = Source.pack(properties);

        assertThat(packed.length).isEqualTo(ObjectCodec.encodeProperties(properties).length + 1);
        assertThat(Source.unpack(packed)).isEqualTo(properties);
    }

    @Test
    void isFoundInTheMidstOfOtherBytes() {
        Map<String, Value> properties = properties("word ".repeat(400));
        BytesRef packed = Source.pack(properties);
        byte[] framed = new byte[packed.length + 9];
        System.arraycopy(packed.bytes, packed.offset, framed, 5, packed.length);

        assertThat(Source.unpack(new BytesRef(framed, 5, packed.length))).isEqualTo(properties);
    }

    @Test
    void damageIsSaid() {
        BytesRef packed = Source.pack(properties("word ".repeat(400)));
        BytesRef cut = new BytesRef(Arrays.copyOf(packed.bytes, packed.length / 2));

        assertThatThrownBy(() -> Source.unpack(cut))
                .isInstanceOf(CollectionException.EngineFailed.class)
                .hasMessageContaining("restore it from a copy");
    }

    private static Map<String, Value> properties(String text) {
        return Map.of("text", new Value.Text(text));
    }
}
