package io.text2vec.collections.filter;

import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Property;
import java.util.List;

/**
 * A filter that makes sense for its collection. Values have the type of what they are compared with: the property's own,
 * {@link Value.Uuid} for ids, {@link Value.Int} for times and lengths.
 */
public sealed interface TypedFilter {

    record All(List<TypedFilter> all) implements TypedFilter {
        public All {
            all = List.copyOf(all);
        }
    }

    record Any(List<TypedFilter> any) implements TypedFilter {
        public Any {
            any = List.copyOf(any);
        }
    }

    /** All objects but these; so those without a value fit. */
    record Not(TypedFilter of) implements TypedFilter {}

    /** Equal to one of the values at least; a text is if it has all tokens of the value. */
    record OneOf(Subject subject, List<Value> values) implements TypedFilter {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    record Compared(Subject subject, Comparison how, Value value) implements TypedFilter {}

    /** A text or an id like a pattern, where {@code ?} is one character and {@code *} any number. */
    record Like(Subject subject, String pattern) implements TypedFilter {}

    /** Without a value; an empty text or list counts as none. */
    record Missing(Property property) implements TypedFilter {}

    /** On a circle of the earth. */
    record Within(Property property, Operand.GeoRange range) implements TypedFilter {}

    /**
     * Pointing to an object that fits.
     *
     * @param of makes sense for the target
     */
    record Pointing(Property property, CollectionDef target, TypedFilter of) implements TypedFilter {}

    /** How a value is ordered. */
    enum Comparison {
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL
    }
}
