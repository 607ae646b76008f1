package io.text2vec.cli;

import io.text2vec.embedder.EmbedException;
import io.text2vec.hub.HubException;
import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong: a sentence where we have one, else the whole of it, for it is ours to mend. */
final class Failures {
    private static final int FAILED = 1;

    private Failures() {}

    static int told(Exception failure, CommandLine command, ParseResult line) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        switch (cause) {
            case HubException e -> tell(command, e.getMessage());
            case ModelException e -> tell(command, e.getMessage());
            case EmbedException e -> tell(command, e.getMessage());
            case IOException e -> tell(command, e.toString());
            default -> cause.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return FAILED;
    }

    private static void tell(CommandLine command, String message) {
        command.getErr().println(message);
    }
}
