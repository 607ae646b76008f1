package io.text2vec.collections.filter;

import java.util.Optional;

/** What of an object a condition looks at. */
public sealed interface FilterPath {
    /** How many references a path may lead through. */
    int MOST_REFERENCES = 5;

    /** A property's value; the first letter of the name may be of either case. */
    record Property(String name) implements FilterPath {}

    /** {@code _id}. */
    record Id() implements FilterPath {}

    /** {@code _creationTimeUnix}. */
    record Created() implements FilterPath {}

    /** {@code _lastUpdateTimeUnix}. */
    record Updated() implements FilterPath {}

    /** {@code len(property)}: characters of a text, elements of a list. */
    record Length(String property) implements FilterPath {}

    /** How many references a property holds. */
    record ReferenceCount(String property) implements FilterPath {}

    /** Something of an object that a reference points to; it is enough that one of them fits. */
    record Reference(String property, Optional<String> targetCollection, FilterPath target) implements FilterPath {

        /** How many references the path leads through. */
        int references() {
            int count = 1;
            for (FilterPath next = target; next instanceof Reference reference; next = reference.target()) {
                count++;
            }
            return count;
        }
    }
}
