package io.text2vec.lucene.text;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;

/** Tokens that are known already, for Lucene to index. */
public final class TermStream extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final List<String> tokens;
    private Iterator<String> rest;

    public TermStream(List<String> tokens) {
        this.tokens = tokens;
        rest = tokens.iterator();
    }

    @Override
    public void reset() {
        rest = tokens.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!rest.hasNext()) {
            return false;
        }
        clearAttributes();
        term.setBytesRef(Terms.of(rest.next()));
        return true;
    }
}
