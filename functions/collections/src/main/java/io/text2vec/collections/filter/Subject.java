package io.text2vec.collections.filter;

import io.text2vec.collections.schema.Property;

/** What a checked condition looks at. */
public sealed interface Subject {

    /** The value of a property, or of a list any of its elements. */
    record Of(Property property) implements Subject {}

    /** The object's id. */
    record Id() implements Subject {}

    /** Milliseconds since 1970. */
    record Created() implements Subject {}

    /** Milliseconds since 1970. */
    record Updated() implements Subject {}

    /** Characters of a text, elements of a list, references; 0 where there is no value. */
    record Length(Property property) implements Subject {}
}
