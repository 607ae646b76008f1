package io.text2vec.web.function;

import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The functions that this application offers: those of Funqy's registry that {@code text2vec.functions} names.
 *
 * <p>Funqy declares and finds them; the way to them is ours, since its own bindings don't keep our contract (seen with
 * Quarkus 3.34): a call goes through two worker threads; GET is a call too; malformed JSON is logged with a stack trace and
 * answered without a sentence, in an event even with 500, so that a broker sends it again; a body of more than 2 KiB that
 * {@code curl -d} calls a form is refused; a function isn't told when the client has gone. Their body handler and object
 * mapper made the start a fifth longer.
 */
@Singleton
final class Functions {
    private final Map<String, Function<?, ?>> byName = new LinkedHashMap<>();

    Functions(@ConfigProperty(name = "text2vec.functions") List<String> names, @All List<FunctionForm<?, ?>> forms) {
        for (String name : names) {
            FunctionInvoker method = FunctionRecorder.registry.matchInvoker(name);
            if (method == null) {
                throw new IllegalStateException("text2vec.functions names " + name + ", which no method has in @Funq");
            }
            byName.put(name, Function.of(name, method, forms));
        }
    }

    /** A method and the form of what it takes. */
    private record Function<I, O>(String name, FunctionInvoker method, FunctionForm<I, O> form) {

        static Function<?, ?> of(String name, FunctionInvoker method, List<FunctionForm<?, ?>> forms) {
            Class<?> input = method.getMethod().getParameterTypes()[0];
            return forms.stream()
                    .filter(form -> form.input() == input)
                    .findFirst()
                    .<Function<?, ?>>map(form -> new Function<>(name, method, form))
                    .orElseThrow(() -> new IllegalStateException(
                            "The function " + name + " takes a " + input.getName() + ", which no FunctionForm reads"));
        }

        CompletableFuture<Supplier<Buffer>> call(String authorization, byte[] body) {
            form.admit(authorization);
            I read = form.read(body);
            Object owner = Arc.container().instance(method.getTargetClass()).get();
            try {
                Uni<?> answer = (Uni<?>) method.getMethod().invoke(owner, read);
                return answer.map(form.output()::cast)
                        .<Supplier<Buffer>>map(result -> () -> form.write(result))
                        .subscribeAsCompletionStage();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Calling the function " + name + " failed", e);
            }
        }
    }

    /** Their names, in the order of the configuration. */
    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** What a function's body looks like. */
    String example(String name) {
        return byName.get(name).form().example();
    }

    /**
     * Calls a function on this thread.
     *
     * @param name one of {@link #names()}
     * @param authorization value of the header, or null
     * @return writes what the function answers in JSON, to be asked on the event loop; cancelling it cancels the
     *     function's work
     */
    CompletableFuture<Supplier<Buffer>> call(String name, String authorization, byte[] body) {
        return byName.get(name).call(authorization, body);
    }
}
