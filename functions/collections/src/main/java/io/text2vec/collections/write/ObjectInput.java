package io.text2vec.collections.write;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An object as a client sends it.
 *
 * @param collection as it came
 * @param id absent: one is made
 * @param properties JSON values: {@code String}, {@code Long}, {@code Double}, {@code BigInteger} and {@code BigDecimal}
 *     beyond these, {@code Boolean}, {@code null}, {@code List}, {@code Map} with text keys; a door that knows more may give
 *     a {@link io.text2vec.collections.object.Value}
 * @param vectors by name; {@link io.text2vec.collections.schema.VectorDef#LEGACY} for the one without
 */
public record ObjectInput(
        String collection,
        Optional<String> tenant,
        Optional<UUID> id,
        Map<String, Object> properties,
        Map<String, float[]> vectors) {}
