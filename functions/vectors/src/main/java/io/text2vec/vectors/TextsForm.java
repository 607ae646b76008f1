package io.text2vec.vectors;

import io.text2vec.web.function.FunctionForm;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;

/** Texts in, their vectors out, as {@code /vectors} writes each. */
@Singleton
final class TextsForm implements FunctionForm<Texts, Vectors> {

    @Override
    public Class<Texts> input() {
        return Texts.class;
    }

    @Override
    public Class<Vectors> output() {
        return Vectors.class;
    }

    @Override
    public String example() {
        return Texts.EXAMPLE;
    }

    @Override
    public Texts read(byte[] body) {
        return Texts.parse(body);
    }

    @Override
    public Buffer write(Vectors answer) {
        return answer.write();
    }
}
