package io.text2vec.runtime.tokenize;

/** White space as Python's {@code str} sees it, which is what the reference splits and strips at. */
public final class PythonText {

    private PythonText() {}

    /** Whether Python's {@code str.isspace} holds: Unicode's white space and the separators U+001C to U+001F. */
    public static boolean isSpace(int c) {
        return switch (c) {
            case ' ', '\t', '\n', 0x0B, '\f', '\r', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> (c >= 0x1C && c <= 0x1F) || (c >= 0x2000 && c <= 0x200A);
        };
    }

    /** Without white space at both ends, as {@code str.strip()}. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The words with single blanks between them, as {@code " ".join(text.split())}. */
    public static String singleSpaced(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = !joined.isEmpty();
            } else {
                if (gap) {
                    joined.append(' ');
                    gap = false;
                }
                joined.append(c);
            }
        }
        return joined.toString();
    }
}
