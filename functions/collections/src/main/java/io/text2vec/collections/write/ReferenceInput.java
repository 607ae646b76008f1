package io.text2vec.collections.write;

import io.text2vec.collections.object.Beacons;
import java.util.Optional;

/**
 * A reference as a client sends it.
 *
 * @param tenant of the object that gets it
 */
public record ReferenceInput(Beacons.Source from, Optional<String> tenant, Beacons.Given to) {}
