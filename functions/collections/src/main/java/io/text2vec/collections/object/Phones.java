package io.text2vec.collections.object;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.text2vec.collections.CollectionException.Invalid;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads phone numbers: what is given is how it was typed, the rest follows from it. */
final class Phones {
    private Phones() {}

    /** Loaded with the first phone number: the numbering plans of all countries are of no use to most. */
    private static final class Plans {
        static final PhoneNumberUtil ALL = PhoneNumberUtil.getInstance();
    }

    static Value read(Object raw, String where) {
        if (raw instanceof Value.Phone phone) {
            return phone;
        }
        if (!(raw instanceof Map<?, ?> fields)) {
            throw ValueReader.mistyped(where, "an object with input and, for national numbers, defaultCountry", raw);
        }
        String input = ValueReader.text(Raw.unwrap(fields.get("input")), "a text", where + ".input");
        Optional<String> country = Optional.ofNullable(Raw.unwrap(fields.get("defaultCountry")))
                .map(given -> ValueReader.text(given, "a text", where + ".defaultCountry"))
                .filter(given -> !given.isEmpty());
        return typed(input, country, where);
    }

    private static Value typed(String input, Optional<String> country, String where) {
        try {
            String region = country.map(code -> code.toUpperCase(Locale.ROOT)).orElse(null);
            PhoneNumber number = Plans.ALL.parse(input, region);
            return new Value.Phone(
                    input,
                    country,
                    Plans.ALL.format(number, PhoneNumberFormat.INTERNATIONAL),
                    number.getNationalNumber(),
                    Plans.ALL.format(number, PhoneNumberFormat.NATIONAL),
                    number.getCountryCode(),
                    Plans.ALL.isValidNumber(number));
        } catch (NumberParseException notOne) {
            throw new Invalid(("Property %s must be a phone number, with its country's code or a defaultCountry of two"
                            + " letters.")
                    .formatted(where));
        }
    }
}
