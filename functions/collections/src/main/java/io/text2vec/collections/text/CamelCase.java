package io.text2vec.collections.text;

/** Splits names written in camel case into words. */
final class CamelCase {
    private CamelCase() {}

    private enum Kind {
        LOWER,
        UPPER,
        DIGIT,
        OTHER
    }

    /**
     * Words with a blank between them, their case kept. A word is a run of lower case letters, upper case letters, digits
     * or others; the last upper case letter before lower case ones goes with them.
     */
    static String split(String name) {
        StringBuilder words = new StringBuilder(name.length() + 8);
        int wordStart = 0;
        Kind before = null;
        for (int i = 0; i < name.length(); ) {
            int letter = name.codePointAt(i);
            Kind kind = kind(letter);
            if (before != null && kind != before) {
                int end = i;
                if (before == Kind.UPPER && kind == Kind.LOWER) {
                    end = name.offsetByCodePoints(i, -1);
                }
                append(name, wordStart, end, words);
                wordStart = end;
            }
            before = kind;
            i += Character.charCount(letter);
        }
        append(name, wordStart, name.length(), words);
        return words.toString();
    }

    private static void append(String name, int from, int to, StringBuilder words) {
        if (from < to) {
            if (!words.isEmpty()) {
                words.append(' ');
            }
            words.append(name, from, to);
        }
    }

    private static Kind kind(int letter) {
        if (Character.isLowerCase(letter)) {
            return Kind.LOWER;
        }
        if (Character.isUpperCase(letter)) {
            return Kind.UPPER;
        }
        return Character.isDigit(letter) ? Kind.DIGIT : Kind.OTHER;
    }
}
