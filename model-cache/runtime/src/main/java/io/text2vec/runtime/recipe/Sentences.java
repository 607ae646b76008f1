package io.text2vec.runtime.recipe;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into sentences. The reference uses NLTK's Punkt, which ends a sentence only at {@code . ? !}; the JDK's
 * iterator also does at other scripts' full stops, so such ends are passed over. Where a full stop belongs to an
 * abbreviation the two differ, since Punkt is trained on that and the JDK goes by the letter that follows.
 */
final class Sentences {
    private static final String ENDS = ".?!";
    private static final String CLOSERS = "\"'”’»)]}";

    private Sentences() {}

    /** @param text words with single blanks between them and none at the ends */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        boundaries.setText(text);
        int start = 0;
        for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
            if (end == text.length() || endsSentence(text, start, end)) {
                sentences.add(text.substring(start, end).strip());
                start = end;
            }
        }
        return sentences;
    }

    private static boolean endsSentence(String text, int start, int end) {
        int last = end - 1;
        boolean blank = false;
        while (last > start && text.charAt(last) == ' ') {
            last--;
            blank = true;
        }
        while (last > start && CLOSERS.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return blank && ENDS.indexOf(text.charAt(last)) >= 0;
    }
}
