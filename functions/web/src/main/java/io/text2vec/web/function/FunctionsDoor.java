package io.text2vec.web.function;

import io.text2vec.web.Answer;
import io.text2vec.web.Body;
import io.text2vec.web.Entrance;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** {@code POST /<function>}: each function at its name, for a body of the function's own form. */
@Singleton
final class FunctionsDoor {
    private final Functions functions;
    private final Body body;

    FunctionsDoor(Functions functions, Body body) {
        this.functions = functions;
        this.body = body;
    }

    void mount(@Observes Router router) {
        for (String name : functions.names()) {
            router.post("/" + name)
                    .order(Entrance.DOORS)
                    .handler(exchange -> body.read(exchange, (same, read) -> answer(same, name, read)));
        }
    }

    private void answer(RoutingContext exchange, String name, Buffer read) {
        String authorization = exchange.request().getHeader("Authorization");
        Answer.when(exchange, functions.call(name, authorization, read.getBytes()), Supplier::get);
    }
}
