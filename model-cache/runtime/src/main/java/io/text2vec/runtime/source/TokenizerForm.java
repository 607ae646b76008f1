package io.text2vec.runtime.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** In which files a model has its tokenizer, best first: models from before {@code tokenizer.json} have only its parts. */
public enum TokenizerForm {
    JSON("tokenizer.json"),
    /** The vocabulary of BERT and its kin. */
    WORD_PIECE("vocab.txt"),
    /** The vocabulary of RoBERTa, and which pairs of its pieces become one. */
    BYTE_PAIR("vocab.json", "merges.txt"),
    /** XLM-R's SentencePiece model. */
    SENTENCE_PIECE_XLM_R("sentencepiece.bpe.model"),
    /** T5's SentencePiece model. */
    SENTENCE_PIECE_T5("spiece.model");

    private final List<String> files;

    TokenizerForm(String... files) {
        this.files = List.of(files);
    }

    /** The files, all of which it takes. */
    public List<String> files() {
        return files;
    }

    /** The best of which all files are there. */
    public static Optional<TokenizerForm> among(Predicate<String> isThere) {
        return Arrays.stream(values())
                .filter(form -> form.files.stream().allMatch(isThere))
                .findFirst();
    }

    /** What a model needs, in words. */
    public static String wanted() {
        return Arrays.stream(values())
                .map(form -> String.join(" with ", form.files))
                .collect(Collectors.joining(", or "));
    }
}
