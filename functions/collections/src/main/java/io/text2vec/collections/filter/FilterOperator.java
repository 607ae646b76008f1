package io.text2vec.collections.filter;

/** How a condition compares. */
public enum FilterOperator {
    EQUAL,
    NOT_EQUAL,
    GREATER_THAN,
    GREATER_THAN_EQUAL,
    LESS_THAN,
    LESS_THAN_EQUAL,
    LIKE,
    IS_NULL,
    CONTAINS_ANY,
    CONTAINS_ALL,
    CONTAINS_NONE,
    WITHIN_GEO_RANGE
}
