package io.text2vec.runtime.tokenize.vocabulary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.text2vec.runtime.tokenize.vocabulary.SentencePieceModel.Piece;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tokenizers of T5 and XLM-R of their SentencePiece models: the likeliest pieces of a text (Kudo 2018). */
final class SentencePiece {
    /** Stands for a blank, and in front of a text. */
    private static final String BLANK = "\u2581";

    /** Pieces of the model that XLM-R's class has in an order of its own. */
    private static final int REORDERED = 3;

    private static final int XLM_R_UNKNOWN = 3;
    private static final int T5_SENTINELS = 100;

    private SentencePiece() {}

    /** Its class counts other special tokens first, as the model's first training did, and a mask last. */
    static String ofXlmR(SentencePieceModel model) {
        List<Piece> pieces = new ArrayList<>();
        for (String special : new String[] {"<s>", "<pad>", "</s>", "<unk>"}) {
            pieces.add(new Piece(special, 0, false));
        }
        pieces.addAll(model.pieces().subList(REORDERED, model.pieces().size()));
        pieces.add(new Piece("<mask>", 0, false));
        Document document = document(pieces, XLM_R_UNKNOWN, model.charsmap());
        pieces.subList(0, XLM_R_UNKNOWN + 1).forEach(piece -> document.special(piece.text()));
        document.mask("<mask>");
        document.around("<s>", "A", "</s>");
        return document.toString();
    }

    /** Behind the model's pieces come sentinels for what was left out in training, the last one first. */
    static String ofT5(SentencePieceModel model, Declared declared) {
        List<Piece> pieces = new ArrayList<>(model.pieces());
        List<String> sentinels = new ArrayList<>();
        for (int i = declared.count("extra_ids", T5_SENTINELS) - 1; i >= 0; i--) {
            sentinels.add("<extra_id_" + i + ">");
        }
        sentinels.forEach(sentinel -> pieces.add(new Piece(sentinel, 0, false)));
        Document document = document(pieces, model.unknown(), model.charsmap());
        String end = declared.token("eos_token", "</s>");
        document.special(declared.token("pad_token", "<pad>"));
        document.special(end);
        document.special(declared.token("unk_token", "<unk>"));
        sentinels.forEach(document::special);
        document.around("A", end);
        return document.toString();
    }

    private static Document document(List<Piece> pieces, int unknown, byte[] charsmap) {
        Map<String, Integer> ids = new HashMap<>();
        for (int id = 0; id < pieces.size(); id++) {
            ids.putIfAbsent(pieces.get(id).text(), id);
        }
        Document document = new Document(token -> ids.getOrDefault(token, -1));
        normalizer(document, charsmap);
        document.part("pre_tokenizer", "Metaspace")
                .put("replacement", BLANK)
                .put("prepend_scheme", "always")
                .put("split", true);
        ObjectNode unigram =
                document.part("model", "Unigram").put("unk_id", unknown).put("byte_fallback", false);
        ArrayNode vocabulary = unigram.putArray("vocab");
        for (Piece piece : pieces) {
            vocabulary.addArray().add(piece.text()).add((double) piece.score());
            if (piece.whole()) {
                document.whole(piece.text());
            }
        }
        return document;
    }

    private static void normalizer(Document document, byte[] charsmap) {
        ArrayNode steps = document.part("normalizer", "Sequence").putArray("normalizers");
        if (charsmap.length > 0) {
            steps.addObject()
                    .put("type", "Precompiled")
                    .put("precompiled_charsmap", Base64.getEncoder().encodeToString(charsmap));
        }
        steps.addObject().put("type", "Strip").put("strip_left", false).put("strip_right", true);
        ObjectNode blanks = steps.addObject().put("type", "Replace");
        blanks.putObject("pattern").put("Regex", " {2,}");
        blanks.put("content", BLANK);
    }
}
