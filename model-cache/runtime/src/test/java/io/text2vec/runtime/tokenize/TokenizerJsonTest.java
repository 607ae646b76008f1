package io.text2vec.runtime.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenizerJsonTest {
    private static final String BERT = """
            {"version": "1.0", "added_tokens": [{"id": 0, "content": "{"}], "normalizer": \
            {"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":true}\
            , "model": {"type": "WordPiece"}}""";

    @Test
    void rulesThatAgreeLeaveTheTextAsItIs() {
        TokenizerRules same = new TokenizerRules(true, Optional.empty(), Optional.of(true));
        assertThat(TokenizerJson.withRules(BERT, same)).isSameAs(BERT);
    }

    @Test
    void rulesReplaceTheNormalizerAndNothingElse() {
        TokenizerRules cased = new TokenizerRules(false, Optional.of(false), Optional.of(false));
        assertThat(TokenizerJson.withRules(BERT, cased))
                .isEqualTo(BERT.replace("\"lowercase\":true", "\"lowercase\":false")
                        .replace("\"strip_accents\":null", "\"strip_accents\":false")
                        .replace("\"handle_chinese_chars\":true", "\"handle_chinese_chars\":false"));
    }

    @Test
    void aClassWithoutARuleForChineseKeepsTheTokenizersOwn() {
        TokenizerRules mpnet = new TokenizerRules(false, Optional.empty(), Optional.empty());
        assertThat(TokenizerJson.withRules(BERT, mpnet)).contains("\"handle_chinese_chars\":true");
    }

    @Test
    void anotherNormalizerIsNotTouched() {
        String unigram = "{\"normalizer\": {\"type\": \"Precompiled\"}, \"model\": {}}";
        assertThat(TokenizerJson.withRules(unigram, new TokenizerRules(false, Optional.empty(), Optional.empty())))
                .isSameAs(unigram);
    }

    @Test
    void brokenJsonIsRefused() {
        TokenizerRules rules = new TokenizerRules(true, Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> TokenizerJson.withRules("[1]", rules)).hasMessageContaining("no JSON object");
    }
}
