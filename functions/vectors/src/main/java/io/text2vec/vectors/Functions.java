package io.text2vec.vectors;

import io.quarkus.arc.Arc;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
    private final Map<String, FunctionInvoker> byName = new LinkedHashMap<>();

    Functions(@ConfigProperty(name = "text2vec.functions") List<String> names) {
        for (String name : names) {
            FunctionInvoker function = FunctionRecorder.registry.matchInvoker(name);
            if (function == null) {
                throw new IllegalStateException("text2vec.functions names " + name + ", which no method has in @Funq");
            }
            byName.put(name, function);
        }
    }

    /** Their names, in the order of the configuration. */
    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * Calls a function on this thread.
     *
     * @param name one of {@link #names()}
     * @return what the function answers; cancelling it cancels the function's work
     */
    CompletableFuture<Vectors> call(String name, Texts texts) {
        FunctionInvoker function = byName.get(name);
        Object owner = Arc.container().instance(function.getTargetClass()).get();
        try {
            Uni<?> answer = (Uni<?>) function.getMethod().invoke(owner, texts);
            return answer.map(Vectors.class::cast).subscribeAsCompletionStage();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Calling the function " + name + " failed", e);
        }
    }
}
