package io.text2vec.collections.filter;

import java.util.List;

/** What a condition compares with, in the type that the user gave it; dates and uuids come as text. */
public sealed interface Operand {

    record Text(String text) implements Operand {}

    record Int(long value) implements Operand {}

    record Number(double value) implements Operand {}

    record Bool(boolean value) implements Operand {}

    /** Several, all of one type. */
    record Many(List<Operand> all) implements Operand {
        public Many {
            all = List.copyOf(all);
        }
    }

    /** A circle on the earth. */
    record GeoRange(float latitude, float longitude, double metres) implements Operand {}
}
