/**
 * Tokenizers of models from before {@code tokenizer.json}, as that file would have them: of vocabularies and SentencePiece
 * models, with what the class of the tokenizer adds to them.
 */
package io.text2vec.runtime.tokenize.vocabulary;
