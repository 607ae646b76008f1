package io.text2vec.runtime.tokenize;

/** JSON can carry half of a surrogate pair, UTF-8 can't: the tokenizer sees U+FFFD, as any decoder would put there. */
final class UnpairedSurrogates {
    private UnpairedSurrogates() {}

    static String replaced(String text) {
        int first = firstIn(text, 0);
        if (first < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text);
        for (int at = first; at >= 0; at = firstIn(text, at + 1)) {
            clean.setCharAt(at, '\uFFFD');
        }
        return clean.toString();
    }

    private static int firstIn(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }
}
