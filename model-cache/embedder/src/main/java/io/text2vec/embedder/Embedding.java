package io.text2vec.embedder;

/**
 * A text's vector. Compares by identity of the array; whoever receives it may keep it but must not write to it, since a
 * cache may hand the same array to others.
 *
 * @param vector as many floats as {@link ModelInfo#dimensions()}, or as the request asked for
 * @param tokens how many tokens the model saw for it, special tokens and overlaps of windows included
 */
public record Embedding(float[] vector, int tokens) {}
