package io.text2vec.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.reflect.Proxy;

/**
 * Stops the application before the JVM begins to end, when a signal asks for it.
 *
 * <p>Left to itself the JVM answers SIGTERM by starting all shutdown hooks at once: the framework's, which waits for the
 * requests under way, and ONNX Runtime's own, which frees its environment under those very requests and crashes the
 * process.
 */
@Singleton
final class Termination {
    /** What a shell reports for a process that a signal ended is this much more than the signal's number. */
    private static final int SIGNALLED = 128;

    void listen(@Observes StartupEvent start) throws ReflectiveOperationException {
        if (LaunchMode.current() == LaunchMode.NORMAL) { // dev mode and tests have their own way out
            exitOn("TERM");
            exitOn("INT");
        }
    }

    // Reflection, because the compiler warns of sun.misc and nothing can keep it from that. The module jdk.unsupported
    // exports it all the same, for want of another way to hear a signal.
    private static void exitOn(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object signal = type.getConstructor(String.class).newInstance(name);
        int code = SIGNALLED + (int) type.getMethod("getNumber").invoke(signal);
        Object handler = Proxy.newProxyInstance(
                Termination.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(signal, arguments);
                    }
                    Quarkus.asyncExit(code);
                    return null;
                });
        type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
    }
}
