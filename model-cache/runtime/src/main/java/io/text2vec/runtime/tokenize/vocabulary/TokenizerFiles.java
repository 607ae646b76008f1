package io.text2vec.runtime.tokenize.vocabulary;

import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.source.TokenizerForm;
import java.util.Optional;

/** A model's tokenizer, from whichever files the model has. */
public final class TokenizerFiles {
    private TokenizerFiles() {}

    /**
     * The model's {@code tokenizer.json}, or what it would be.
     *
     * @throws ModelException if the model has none of the files, or of a tokenizer that isn't known from them
     */
    public static String json(ModelFiles files) {
        Optional<String> ready = files.text("tokenizer.json");
        return ready.isPresent() ? ready.get() : made(files);
    }

    private static String made(ModelFiles files) {
        TokenizerForm form = TokenizerForm.among(name -> files.path(name).isPresent())
                .orElseThrow(
                        () -> new ModelException(files + " holds no tokenizer: expected " + TokenizerForm.wanted()));
        Declared declared = Declared.by(files, form);
        return switch (form) {
            case JSON -> throw new ModelException(files + " holds a tokenizer.json that can't be read");
            case WORD_PIECE -> WordPiece.of(files, declared);
            case BYTE_PAIR -> BytePair.of(files, declared);
            case SENTENCE_PIECE_XLM_R -> SentencePiece.ofXlmR(SentencePieceModel.read(files, form));
            case SENTENCE_PIECE_T5 -> SentencePiece.ofT5(SentencePieceModel.read(files, form), declared);
        };
    }
}
