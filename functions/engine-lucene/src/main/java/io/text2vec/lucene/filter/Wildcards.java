package io.text2vec.lucene.filter;

/** Patterns where {@code ?} is one character and {@code *} any number. */
final class Wildcards {
    private Wildcards() {}

    /** In time of the pattern's length times the text's: where they part it goes back to the last star only. */
    static boolean fits(String pattern, String text) {
        int inPattern = 0;
        int inText = 0;
        int star = -1;
        int starText = 0;
        while (inText < text.length()) {
            char next = inPattern < pattern.length() ? pattern.charAt(inPattern) : 0;
            if (inPattern < pattern.length() && next == '*') {
                star = inPattern++;
                starText = inText;
            } else if (inPattern < pattern.length() && (next == '?' || next == text.charAt(inText))) {
                inPattern++;
                inText++;
            } else if (star >= 0) {
                inPattern = star + 1;
                inText = ++starText;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
            inPattern++;
        }
        return inPattern == pattern.length();
    }
}
