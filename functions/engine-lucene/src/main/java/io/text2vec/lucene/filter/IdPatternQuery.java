package io.text2vec.lucene.filter;

import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Ids whose text fits a pattern. Reads those terms only that begin like it. */
final class IdPatternQuery extends MultiTermQuery {
    private final String pattern;
    private final BytesRef start;

    IdPatternQuery(String field, String pattern) {
        super(field, CONSTANT_SCORE_BLENDED_REWRITE);
        this.pattern = pattern.toLowerCase(Locale.ROOT);
        start = new BytesRef(start(this.pattern));
    }

    /** The whole bytes that the digits before the first wildcard say. */
    private static byte[] start(String pattern) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char character = pattern.charAt(at);
            if (HexFormat.isHexDigit(character)) {
                digits.append(character);
            } else if (character != '-') {
                break;
            }
        }
        return HexFormat.of().parseHex(digits, 0, digits.length() / 2 * 2);
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        FilteredTermsEnum fitting = new FilteredTermsEnum(terms.iterator()) {
            {
                setInitialSeekTerm(start);
            }

            @Override
            protected AcceptStatus accept(BytesRef term) {
                if (!StringHelper.startsWith(term, start)) {
                    return AcceptStatus.END;
                }
                return Wildcards.fits(pattern, Fields.uuid(term).toString()) ? AcceptStatus.YES : AcceptStatus.NO;
            }
        };
        return fitting;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String defaultField) {
        return field + ":" + pattern;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof IdPatternQuery query && pattern.equals(query.pattern);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), pattern);
    }
}
