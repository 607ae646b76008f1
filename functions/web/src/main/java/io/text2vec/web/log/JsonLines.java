package io.text2vec.web.log;

import io.text2vec.web.Json;
import io.text2vec.web.trace.Trace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;

/**
 * A line of log as a JSON object: {@code time}, {@code level} and {@code msg} as Weaviate writes them, {@code logger},
 * {@code trace_id} and {@code span_id} of the call that the line is about, {@code error} with the stack of what was thrown.
 */
final class JsonLines extends ExtFormatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String format(ExtLogRecord line) {
        StringBuilder out = new StringBuilder("{");
        field(out, "time", TIME.format(line.getInstant()));
        field(out, "level", level(line));
        field(out, "msg", formatMessage(line));
        field(out, "logger", line.getLoggerName());
        Trace.current().ifPresent(trace -> {
            field(out, "trace_id", trace.id());
            field(out, "span_id", trace.span());
        });
        if (line.getThrown() != null) {
            StringWriter stack = new StringWriter();
            line.getThrown().printStackTrace(new PrintWriter(stack));
            field(out, "error", stack.toString());
        }
        return out.append("}\n").toString();
    }

    private static void field(StringBuilder out, String name, String value) {
        if (out.length() > 1) {
            out.append(',');
        }
        Json.quote(out, name).append(':');
        Json.quote(out, value == null ? "" : value);
    }

    /** The word that Weaviate has for it. */
    private static String level(LogRecord line) {
        int level = line.getLevel().intValue();
        if (level >= Level.ERROR.intValue()) {
            return "error";
        }
        if (level >= Level.WARN.intValue()) {
            return "warning";
        }
        return level >= Level.INFO.intValue() ? "info" : "debug";
    }
}
