package io.text2vec.collections.filter;

import java.util.List;

/** A condition on an object, as the user said it; the schema tells whether it makes sense. */
public sealed interface Filter {

    record And(List<Filter> all) implements Filter {
        public And {
            all = List.copyOf(all);
        }
    }

    record Or(List<Filter> any) implements Filter {
        public Or {
            any = List.copyOf(any);
        }
    }

    record Not(Filter of) implements Filter {}

    record Condition(FilterPath path, FilterOperator operator, Operand operand) implements Filter {}
}
