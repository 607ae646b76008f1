package io.text2vec.collections.function;

import io.text2vec.web.access.Access;
import io.text2vec.web.function.FunctionForm;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;

/** Objects in, what became of each out; for callers who may write. */
@Singleton
final class ImportForm implements FunctionForm<ImportCall, ImportAnswer> {
    private final Access access;

    ImportForm(Access access) {
        this.access = access;
    }

    @Override
    public Class<ImportCall> input() {
        return ImportCall.class;
    }

    @Override
    public Class<ImportAnswer> output() {
        return ImportAnswer.class;
    }

    @Override
    public String example() {
        return ImportCall.EXAMPLE;
    }

    @Override
    public void admit(String authorization) {
        access.requireWrite(access.identify(authorization));
    }

    @Override
    public ImportCall read(byte[] body) {
        return new ImportCall(body);
    }

    @Override
    public Buffer write(ImportAnswer answer) {
        return answer.json();
    }
}
