package io.text2vec.weaviate.graphql;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.text2vec.collections.CollectionException;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Writes why a field could not be answered. */
final class FetchFailures implements DataFetcherExceptionHandler {
    private static final Logger LOG = Logger.getLogger("io.text2vec.failures");

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(
                        GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                                .message("%s", sentence(parameters.getException()))
                                .build())
                .build());
    }

    private static String sentence(Throwable thrown) {
        if (thrown instanceof CollectionException failure && !(failure instanceof CollectionException.EngineFailed)) {
            return failure.getMessage();
        }
        LOG.error("status=200 door=\"/v1/graphql\" reason=\"a field could not be answered\"", thrown);
        return thrown instanceof CollectionException
                ? thrown.getMessage()
                : "An internal error; the function's log tells more.";
    }
}
