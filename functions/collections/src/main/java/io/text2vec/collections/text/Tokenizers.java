package io.text2vec.collections.text;

import io.text2vec.collections.schema.Tokenization;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Splits texts into tokens by the rules of the contract, the same for what is stored and for what is asked. */
public final class Tokenizers {
    private static final int GRAM = 3;

    private Tokenizers() {}

    /** The tokens of a text, in its order; none of them is empty. */
    public static List<String> tokens(Tokenization tokenization, String text) {
        return tokens(tokenization, text, Characters::isWordPart);
    }

    /** The tokens of a pattern, whose {@code ?} and {@code *} belong to tokens as letters do. */
    public static List<String> patterns(Tokenization tokenization, String pattern) {
        return tokens(
                tokenization,
                pattern,
                character -> Characters.isWordPart(character) || character == '?' || character == '*');
    }

    /** The text that orders by the case-insensitive rule of the contract. */
    public static String caseless(String text) {
        return Characters.lower(text);
    }

    private static List<String> tokens(Tokenization tokenization, String text, IntPredicate word) {
        return switch (tokenization) {
            case WORD -> split(Characters.lower(text), word);
            case LOWERCASE -> split(Characters.lower(text), character -> !Characters.isSpace(character));
            case WHITESPACE -> split(text, character -> !Characters.isSpace(character));
            case FIELD -> whole(text);
            case TRIGRAM -> grams(Characters.lower(text), word);
        };
    }

    private static List<String> split(String text, IntPredicate inside) {
        List<String> tokens = new ArrayList<>();
        int start = -1;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            if (inside.test(character)) {
                start = start < 0 ? at : start;
            } else if (start >= 0) {
                tokens.add(text.substring(start, at));
                start = -1;
            }
            at += Character.charCount(character);
        }
        if (start >= 0) {
            tokens.add(text.substring(start));
        }
        return tokens;
    }

    private static List<String> whole(String text) {
        int start = 0;
        while (start < text.length() && Characters.isSpace(text.charAt(start))) { // white space is never a surrogate
            start++;
        }
        int end = text.length();
        while (end > start && Characters.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? List.of() : List.of(text.substring(start, end));
    }

    /** Overlapping ones; what is shorter than one has none. */
    private static List<String> grams(String text, IntPredicate inside) {
        int[] glued = text.codePoints().filter(inside).toArray();
        List<String> grams = new ArrayList<>(Math.max(0, glued.length - GRAM + 1));
        for (int start = 0; start + GRAM <= glued.length; start++) {
            grams.add(new String(glued, start, GRAM));
        }
        return grams;
    }
}
