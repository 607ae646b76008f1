package io.text2vec.collections.text;

/** What characters are, in the sense of the contract: each code point by itself, in no language. */
final class Characters {
    private static final int NEXT_LINE = 0x85;

    private Characters() {}

    /** Letters and numbers of every script. */
    static boolean isWordPart(int character) {
        if (Character.isLetterOrDigit(character)) {
            return true;
        }
        int type = Character.getType(character);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /** White space with that which doesn't break lines. */
    static boolean isSpace(int character) {
        return character >= '\t' && character <= '\r' || character == NEXT_LINE || Character.isSpaceChar(character);
    }

    /** Lower case, character by character: it needs no language, and what is asked becomes what is stored. */
    static String lower(String text) {
        StringBuilder lower = null;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int lowered = Character.toLowerCase(character);
            if (lower == null && lowered != character) {
                lower = new StringBuilder(text.length()).append(text, 0, at);
            }
            if (lower != null) {
                lower.appendCodePoint(lowered);
            }
            at += Character.charCount(character);
        }
        return lower == null ? text : lower.toString();
    }
}
