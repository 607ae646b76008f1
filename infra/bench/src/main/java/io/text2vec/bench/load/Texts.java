package io.text2vec.bench.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** Makes distinct English texts of a wanted length in tokens, the same ones in every run. */
public final class Texts {
    private static final String[] WHO = {
        "The librarian",
        "A retired pilot",
        "My neighbour",
        "The young engineer",
        "Our teacher",
        "A quiet gardener",
        "The chief editor",
        "A travelling musician",
        "The village doctor",
        "An old fisherman",
        "The city council",
        "A group of students",
        "The night watchman",
        "Her younger brother",
        "The research team",
        "A patient carpenter"
    };
    private static final String[] DOES = {
        "repaired",
        "described",
        "measured",
        "painted",
        "found",
        "sold",
        "carried",
        "studied",
        "borrowed",
        "explained",
        "collected",
        "photographed",
        "replaced",
        "remembered",
        "ordered",
        "inspected"
    };
    private static final String[] WHAT = {
        "the broken bicycle", "a map of the harbour", "three wooden chairs", "the history of the bridge",
        "a letter from the bank", "the price of winter wheat", "an unusual kind of stone", "the engine of the ferry",
        "a basket of ripe apples", "the first draft of the contract", "several rare books", "the sound of the rain",
        "a new method for cleaning water", "the results of the survey", "the oldest tree in the park",
                "a box of letters"
    };
    private static final String[] WHERE = {
        "near the river", "in the central market", "behind the railway station", "on the second floor",
        "at the edge of the forest", "in a small workshop", "outside the museum", "across the border",
        "at the university", "under the stone arch", "along the coast", "in the kitchen"
    };
    private static final String[] WHEN = {
        "last summer",
        "before the meeting",
        "during the storm",
        "every Sunday morning",
        "after a long discussion",
        "twenty years ago",
        "while the others slept",
        "at the end of the season",
        "in spite of the cold",
        "without any hurry",
        "just before noon",
        "when the work was done"
    };

    private static final int TOKENS_OF_ALL = 60_000;

    private Texts() {}

    /**
     * Texts that have exactly a wanted number of tokens: more than a phase of load uses up when they are short, and few enough to
     * make when they are long.
     */
    public static List<String> forLoad(int tokens, ToIntFunction<String> length) {
        return ofLength(TOKENS_OF_ALL / tokens, tokens, length);
    }

    /**
     * Texts that have exactly a wanted number of tokens.
     *
     * @param count how many, all distinct
     * @param tokens wanted length, at least 8
     * @param length counts the tokens of a text
     */
    public static List<String> ofLength(int count, int tokens, ToIntFunction<String> length) {
        SplittableRandom random = new SplittableRandom(tokens);
        Set<String> texts = new LinkedHashSet<>();
        while (texts.size() < count) {
            String text = fit(random, tokens, length);
            if (length.applyAsInt(text) == tokens) {
                texts.add(text);
            }
        }
        return new ArrayList<>(texts);
    }

    private static String fit(SplittableRandom random, int tokens, ToIntFunction<String> length) {
        StringBuilder text = new StringBuilder(sentence(random));
        while (length.applyAsInt(text.toString()) < tokens) {
            text.append(' ').append(sentence(random));
        }
        // Whole words off the end until it fits.
        while (length.applyAsInt(text.toString()) > tokens) {
            text.setLength(text.lastIndexOf(" "));
        }
        return text.toString();
    }

    private static String sentence(SplittableRandom random) {
        return pick(random, WHO)
                + ' '
                + pick(random, DOES)
                + ' '
                + pick(random, WHAT)
                + ' '
                + pick(random, WHERE)
                + ' '
                + pick(random, WHEN)
                + '.';
    }

    private static String pick(SplittableRandom random, String[] words) {
        return words[random.nextInt(words.length)];
    }
}
