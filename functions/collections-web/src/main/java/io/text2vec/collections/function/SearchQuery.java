package io.text2vec.collections.function;

import io.text2vec.collections.query.SearchRequest;
import java.util.List;
import java.util.Optional;

/**
 * A search and what its answer shows.
 *
 * @param properties names of those to show; absent: all but references and blobs
 * @param vectors whether to show the vectors
 */
record SearchQuery(SearchRequest request, Optional<List<String>> properties, boolean vectors) {}
