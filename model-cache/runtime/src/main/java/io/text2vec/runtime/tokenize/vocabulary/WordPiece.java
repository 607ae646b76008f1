package io.text2vec.runtime.tokenize.vocabulary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.text2vec.runtime.source.ModelFiles;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * BERT's tokenizer of its {@code vocab.txt}: a token a line, whose number is its id. Case and accents are the business of
 * {@code tokenizer_config.json}, which is heeded later.
 */
final class WordPiece {
    /** A longer word is unknown. */
    private static final int LONGEST_WORD = 100;

    private WordPiece() {}

    static String of(ModelFiles files, Declared declared) {
        Map<String, Integer> ids = ids(files.text("vocab.txt").orElseThrow());
        Document document = new Document(token -> ids.getOrDefault(token, -1));
        boolean mpnet = declared.kind().equals(Declared.MPNET);
        String unknown = declared.token("unk_token", "[UNK]");
        String first = declared.token("cls_token", mpnet ? "<s>" : "[CLS]");
        String last = declared.token("sep_token", mpnet ? "</s>" : "[SEP]");
        document.special(declared.token("pad_token", mpnet ? "<pad>" : "[PAD]"));
        document.special(unknown);
        document.special(first);
        document.special(last);
        if (mpnet) {
            document.special("<unk>"); // left from the vocabulary it began with
            document.mask(declared.token("mask_token", "<mask>"));
        } else {
            document.special(declared.token("mask_token", "[MASK]"));
        }
        document.part("normalizer", "BertNormalizer")
                .put("clean_text", true)
                .put("handle_chinese_chars", true)
                .putNull("strip_accents")
                .put("lowercase", true);
        document.part("pre_tokenizer", "BertPreTokenizer");
        document.around(first, "A", last);
        ObjectNode model = document.part("model", "WordPiece")
                .put("unk_token", unknown)
                .put("continuing_subword_prefix", "##")
                .put("max_input_chars_per_word", LONGEST_WORD);
        Document.vocabulary(model, ids);
        return document.toString();
    }

    private static Map<String, Integer> ids(String vocabulary) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        int at = 0;
        // Only at line feeds: other line separators are tokens of some vocabularies.
        for (int id = 0; at < vocabulary.length(); id++) {
            int end = vocabulary.indexOf('\n', at);
            end = end < 0 ? vocabulary.length() : end;
            int stop = end > at && vocabulary.charAt(end - 1) == '\r' ? end - 1 : end;
            ids.put(vocabulary.substring(at, stop), id);
            at = end + 1;
        }
        return ids;
    }
}
