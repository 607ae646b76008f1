package io.text2vec.weaviate.rest;

import java.util.Map;

/** Answers GraphQL. An application that lacks it refuses such requests. */
public interface GraphQl {

    /**
     * Answers a request, on a thread that may block. What is wrong with a query stands in the answer.
     *
     * @param request JSON with {@code query}, {@code operationName} and {@code variables}
     * @return JSON with {@code data} and {@code errors}
     * @throws io.text2vec.collections.CollectionException.Invalid if there is no query
     */
    Map<String, Object> answer(Map<String, Object> request);
}
