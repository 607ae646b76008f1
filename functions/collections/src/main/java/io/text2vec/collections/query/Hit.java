package io.text2vec.collections.query;

import io.text2vec.collections.object.StoredObject;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A found object.
 *
 * @param object with the parts that were wanted; id and times always
 * @param distance for nearness searches
 * @param score for keyword and hybrid searches
 * @param explanation if wanted, for keyword and hybrid searches
 */
public record Hit(StoredObject object, OptionalDouble distance, OptionalDouble score, Optional<String> explanation) {}
