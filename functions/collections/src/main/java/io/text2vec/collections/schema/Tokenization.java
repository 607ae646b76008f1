package io.text2vec.collections.schema;

import java.util.Locale;

/** How a text becomes the tokens that keyword search and filters compare. */
public enum Tokenization {
    /** Split at everything that is no letter or digit, lower-cased. */
    WORD,
    /** Split at white space, lower-cased. */
    LOWERCASE,
    /** Split at white space. */
    WHITESPACE,
    /** The whole text, trimmed. */
    FIELD,
    /** The words' letters glued together, lower-cased, every three of them. */
    TRIGRAM;

    /** As in the class JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
