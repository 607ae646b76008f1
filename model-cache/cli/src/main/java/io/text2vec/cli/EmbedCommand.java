package io.text2vec.cli;

import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.ModelInfo;
import io.text2vec.embedder.SharedEmbedder;
import io.text2vec.hub.HubException;
import io.text2vec.hub.HubModels;
import io.text2vec.hub.HubSettings;
import io.text2vec.hub.ModelName;
import io.text2vec.hub.ModelName.Directory;
import io.text2vec.hub.NamedModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "embed",
        description =
                "Turns texts into vectors. Reads a text a line, or JSONL, and writes the vectors in the same order.",
        mixinStandardHelpOptions = true,
        footer = {"", "TEXT2VEC_RECIPE, TEXT2VEC_RUNS and the other settings of the functions count", "here, too."})
final class EmbedCommand implements Callable<Integer> {
    /** Loggers whose lines would stand between those of the progress; held, since the log manager holds them weakly. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("io.text2vec.hub"), Logger.getLogger("ai.djl"));

    @Parameters(
            paramLabel = "MODEL|DIR",
            arity = "0..1",
            description = "Id on the hub, tag of a published image, or directory; the embedded model without one.")
    private String model;

    @Mixin
    private ModelOptions options;

    @Option(
            names = {"-i", "--input"},
            paramLabel = "FILE",
            description =
                    "The texts; the standard input without it. A file whose name ends in .jsonl or .ndjson is JSONL.")
    private Path input;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The vectors; the standard output without it.")
    private Path output;

    @Option(
            names = "--jsonl",
            description = "Each line is a JSON object; its \"id\", if it has one, goes to the output.")
    private boolean jsonl;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            defaultValue = "text",
            description = "Field of the text in JSONL; text without it.")
    private String field;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            defaultValue = "passage",
            description = "passage or query: which of the model's prompts goes in front.")
    private Task task;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            description =
                    "jsonl: {\"id\": ..., \"vector\": [...]} a line, id being the line's number where it has none."
                            + " binary: 32-bit floats, little-endian, one vector after the other.")
    private Format format;

    @Spec
    private CommandSpec spec;

    enum Task {
        PASSAGE,
        QUERY
    }

    enum Format {
        JSONL,
        BINARY
    }

    EmbedCommand() {}

    @Override
    public Integer call() throws IOException {
        Progress progress = Progress.onErrors(spec.commandLine().getErr());
        choose(progress);
        // The deadline is for clients who wait; here the whole file does.
        setUnlessSet("TEXT2VEC_DEADLINE", "1440m");
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        try (Embedder embedder = SharedEmbedder.get();
                InputStream in = input == null ? System.in : Files.newInputStream(input);
                OutputStream out = new BufferedOutputStream(
                        output == null ? System.out : Files.newOutputStream(output), 1 << 16)) {
            ModelInfo info = embedder.loaded().join();
            progress.line("%s, recipe %s (%s, %d dimensions, %d tokens), %d x %d threads"
                    .formatted(
                            info.name(),
                            info.recipe(),
                            info.pooling(),
                            info.dimensions(),
                            info.maxTokens(),
                            info.runs(),
                            info.threadsPerRun()));
            embed(embedder, in, out);
        }
        return 0;
    }

    private void embed(Embedder embedder, InputStream in, OutputStream out) throws IOException {
        // A new one: the time of loading is no part of the rate.
        Progress progress = Progress.onErrors(spec.commandLine().getErr());
        long size = input == null ? 0 : Files.size(input);
        Texts texts = isJsonl() ? Texts.jsonl(in, field) : Texts.lines(in);
        VectorWriter writer = format == Format.BINARY ? VectorWriter.binary(out) : VectorWriter.jsonl(out);
        Embedding embedding = new Embedding(
                embedder,
                task.name().toLowerCase(Locale.ROOT),
                (done, bytes) -> progress.at(
                        size == 0 ? -1 : bytes / (double) size,
                        String.format(Locale.ROOT, "%d texts, %.1f a second", done, done / progress.seconds())));
        long done;
        try {
            done = embedding.run(texts, writer);
            out.flush();
        } finally {
            progress.erase();
        }
        progress.line(String.format(
                Locale.ROOT, "%d texts in %.1f s, %.1f a second", done, progress.seconds(), done / progress.seconds()));
    }

    private boolean isJsonl() {
        String name = input == null ? "" : input.toString().toLowerCase(Locale.ROOT);
        return jsonl || name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    /** Tells the runtime which model it is, in the settings that it reads, and pulls it first so that this shows. */
    private void choose(Progress progress) {
        if (model == null) {
            return;
        }
        ModelName name = ModelName.of(model);
        System.setProperty("TEXT2VEC_VARIANT", options.variant().word());
        if (name instanceof Directory(Path directory)) {
            System.setProperty("TEXT2VEC_MODEL", directory.toString());
            return;
        }
        NamedModel named = options.model(name).orElseThrow();
        try {
            new HubModels(HubSettings.ofProcess(), new PullProgress(progress))
                    .find(named.id(), named.revision(), named.variant());
        } finally {
            progress.erase();
        }
        if (named.image().isPresent() && !named.revision().equals(HubModels.NEWEST)) {
            throw new HubException.BadSetting(
                    "A published image has no revision; give the model's id, " + named.id() + ", to choose one");
        }
        // An empty directory counts as none, whatever the environment says.
        System.setProperty("TEXT2VEC_MODEL", "");
        System.setProperty("MODEL_NAME", named.image().isPresent() ? model : named.id() + "@" + named.revision());
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name, System.getenv(name)) == null) {
            System.setProperty(name, value);
        }
    }
}
