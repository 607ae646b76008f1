package io.text2vec.collections.function;

import io.text2vec.web.access.Access;
import io.text2vec.web.function.FunctionForm;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;

/** A query in, the objects that it finds out; for callers who may read. */
@Singleton
final class SearchForm implements FunctionForm<SearchCall, SearchAnswer> {
    private final Access access;

    SearchForm(Access access) {
        this.access = access;
    }

    @Override
    public Class<SearchCall> input() {
        return SearchCall.class;
    }

    @Override
    public Class<SearchAnswer> output() {
        return SearchAnswer.class;
    }

    @Override
    public String example() {
        return SearchCall.EXAMPLE;
    }

    @Override
    public void admit(String authorization) {
        access.requireRead(access.identify(authorization));
    }

    @Override
    public SearchCall read(byte[] body) {
        return new SearchCall(body);
    }

    @Override
    public Buffer write(SearchAnswer answer) {
        return answer.json();
    }
}
