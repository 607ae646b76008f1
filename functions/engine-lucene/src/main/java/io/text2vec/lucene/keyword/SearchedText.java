package io.text2vec.lucene.keyword;

import io.text2vec.collections.schema.Tokenization;
import java.util.Map;

/**
 * A property that is searched, and what for.
 *
 * @param field where its tokens stand
 * @param tokens of the query, as this property's texts are split; with how often each stands there, in its order
 */
record SearchedText(String field, Tokenization tokenization, float boost, Map<String, Integer> tokens) {}
