package io.text2vec.runtime.tokenize.vocabulary;

import io.text2vec.runtime.protobuf.Fields;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import io.text2vec.runtime.source.TokenizerForm;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A SentencePiece model (Kudo and Richardson 2018).
 *
 * @param pieces by id
 * @param unknown id of the piece for what no other covers
 * @param charsmap how characters are normalised, as the format compiles it; empty for not at all
 */
/*
 * Fields of its protobuf file (sentencepiece_model.proto):
 *
 *   ModelProto      1 pieces            SentencePiece, repeated
 *                   2 trainer_spec      TrainerSpec
 *                   3 normalizer_spec   NormalizerSpec
 *   SentencePiece   1 piece, 2 score (float), 3 type (1 if it isn't there)
 *   TrainerSpec     3 model_type (1 if it isn't there: unigram), 40 unk_id
 *   NormalizerSpec  2 precompiled_charsmap
 */
record SentencePieceModel(List<Piece> pieces, int unknown, byte[] charsmap) {
    private static final int UNIGRAM = 1;
    private static final int NORMAL = 1;
    private static final int USER_DEFINED = 4;

    /** @param whole whether it is found in a text as it stands */
    record Piece(String text, float score, boolean whole) {}

    /** @throws ModelException if the file can't be read, or is of another kind than those models have */
    static SentencePieceModel read(ModelFiles files, TokenizerForm form) {
        Path path = files.path(form.files().getFirst()).orElseThrow();
        try {
            return of(ByteBuffer.wrap(Files.readAllBytes(path)));
        } catch (IOException | IllegalArgumentException | BufferUnderflowException e) {
            throw new ModelException(path + " is no SentencePiece model of the unigram kind: " + e.getMessage(), e);
        }
    }

    private static SentencePieceModel of(ByteBuffer file) {
        List<Piece> pieces = new ArrayList<>();
        int unknown = 0;
        byte[] charsmap = {};
        Fields model = new Fields(file);
        while (model.next()) {
            switch (model.number()) {
                case 1 -> pieces.add(piece(model.bytes()));
                case 2 -> unknown = unknown(model.bytes());
                case 3 -> charsmap = charsmap(model.bytes());
                default -> {}
            }
        }
        return new SentencePieceModel(pieces, unknown, charsmap);
    }

    private static Piece piece(ByteBuffer message) {
        String text = "";
        float score = 0;
        long type = NORMAL;
        Fields piece = new Fields(message);
        while (piece.next()) {
            switch (piece.number()) {
                case 1 -> text = StandardCharsets.UTF_8.decode(piece.bytes()).toString();
                case 2 -> score = Float.intBitsToFloat((int) piece.value());
                case 3 -> type = piece.value();
                default -> {}
            }
        }
        return new Piece(text, score, type == USER_DEFINED);
    }

    private static int unknown(ByteBuffer message) {
        int unknown = 0;
        Fields spec = new Fields(message);
        while (spec.next()) {
            if (spec.number() == 3 && spec.value() != UNIGRAM) {
                throw new IllegalArgumentException("its model_type is " + spec.value());
            }
            if (spec.number() == 40) {
                unknown = (int) spec.value();
            }
        }
        return unknown;
    }

    private static byte[] charsmap(ByteBuffer message) {
        Fields spec = new Fields(message);
        while (spec.next()) {
            if (spec.number() == 2) {
                byte[] bytes = new byte[spec.bytes().remaining()];
                spec.bytes().get(bytes);
                return bytes;
            }
        }
        return new byte[0];
    }
}
