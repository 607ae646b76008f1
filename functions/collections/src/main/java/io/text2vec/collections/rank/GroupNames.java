package io.text2vec.collections.rank;

import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.object.DateText;
import io.text2vec.collections.object.Value;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values as the names of groups. */
final class GroupNames {
    private static final String NO_VALUE = "";

    private GroupNames() {}

    /** The names of the groups that an object with a value is in, each once; never none. */
    static Set<String> of(Optional<Value> value) {
        Set<String> names = new LinkedHashSet<>();
        value.ifPresent(some -> add(some, names));
        return names.isEmpty() ? Set.of(NO_VALUE) : names;
    }

    private static void add(Value value, Set<String> names) {
        switch (value) {
            case Value.Many(List<Value> all) -> all.forEach(element -> add(element, names));
            case Value.References(List<Value.Beacon> all) -> all.forEach(beacon -> names.add(Beacons.write(beacon)));
            case Value.Text(String text) -> names.add(text);
            case Value.Int(long number) -> names.add(Long.toString(number));
            case Value.Number(double number) -> names.add(plain(number));
            case Value.Bool(boolean yes) -> names.add(Boolean.toString(yes));
            case Value.Date date -> names.add(DateText.write(date.time()));
            case Value.Uuid uuid -> names.add(uuid.id().toString());
            case Value.Blob(String base64) -> names.add(base64);
            case Value.Geo(float latitude, float longitude) -> names.add(plain(latitude) + "," + plain(longitude));
            case Value.Phone phone -> names.add(phone.input());
            case Value.Nested _ -> {
                // Refused before: objects have no text to be named by.
            }
        }
    }

    private static String plain(double number) {
        return plain(Double.toString(number));
    }

    private static String plain(float number) {
        return plain(Float.toString(number));
    }

    /** As many digits as are needed, and no fraction of a whole number. */
    private static String plain(String number) {
        BigDecimal digits = new BigDecimal(number);
        return digits.signum() == 0 ? "0" : digits.stripTrailingZeros().toPlainString();
    }
}
