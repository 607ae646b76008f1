package io.text2vec.web.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;

/**
 * Has lines written as {@code LOG_FORMAT} says. The framework's own extension for that would bring a JSON library along and be
 * there in every start; this is a formatter that is set when the application starts.
 */
@Singleton
final class LogFormat {
    private final String format;

    LogFormat(LogConfig config) {
        format = config.format();
    }

    /** @throws IllegalArgumentException if there is no such format */
    void set(@Observes @Priority(1) StartupEvent start) { // before anything of ours has something to say
        switch (format) {
            case "text" -> {}
            case "json" -> {
                for (Handler handler : Logger.getLogger("").getHandlers()) {
                    json(handler);
                }
            }
            default -> throw new IllegalArgumentException("LOG_FORMAT is text or json, not '" + format + "'");
        }
    }

    private static void json(Handler handler) {
        handler.setFormatter(new JsonLines());
        if (handler instanceof ExtHandler with) {
            for (Handler behind : with.getHandlers()) {
                json(behind);
            }
        }
    }
}
