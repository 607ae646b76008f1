package io.text2vec.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.text2vec.hub.HubSettings;
import io.text2vec.hub.ModelName;
import io.text2vec.hub.ModelName.Directory;
import io.text2vec.hub.Sizes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "inspect",
        description =
                "Tells what a model is. Of one that is not on this machine only the files that describe it are fetched.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL|DIR", description = "Id on the hub, tag of a published image, or directory.")
    private String model;

    @Mixin
    private ModelOptions options;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    InspectCommand() {}

    @Override
    public Integer call() throws IOException {
        ModelName name = ModelName.of(model);
        Progress progress = Progress.onErrors(spec.commandLine().getErr());
        Inspection found = name instanceof Directory(Path path)
                ? Inspections.ofDirectory(path, options.variant())
                : Inspections.ofHub(
                        options.model(name).orElseThrow(), HubSettings.ofProcess(), new QuietProgress(progress));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json(found)));
        } else {
            print(found, out);
        }
        out.flush();
        return 0;
    }

    private static void print(Inspection found, PrintWriter out) {
        row(
                out,
                "model",
                found.model() + found.commit().map(commit -> " at " + commit).orElse(""));
        row(out, "family", found.family());
        row(out, "dimensions", String.valueOf(found.dimensions()));
        row(out, "limit", found.limit() + " tokens");
        row(out, "pooling", found.pooling());
        found.prompts().forEach((name, text) -> row(out, "prompt " + name, "\"" + text + "\""));
        found.defaultPrompt().ifPresent(name -> row(out, "default prompt", name));
        row(out, "recipe", found.recipe());
        row(out, "licence", found.licence().orElse("not stated"));
        row(out, "graph", found.graph().orElse("none"));
        row(out, "variant", found.variant() + ": " + found.reason());
        row(out, found.here() ? "directory" : "not pulled", found.directory());
        long total = found.files().values().stream().mapToLong(Long::longValue).sum();
        row(out, "files", found.files().size() + ", " + Sizes.text(total));
        found.files().forEach((file, size) -> out.printf(Locale.ROOT, "  %9s  %s%n", Sizes.text(size), file));
    }

    private static void row(PrintWriter out, String name, String value) {
        out.printf(Locale.ROOT, "%-14s  %s%n", name, value);
    }

    private static ObjectNode json(Inspection found) {
        ObjectNode object = new ObjectMapper().createObjectNode();
        object.put("model", found.model());
        found.commit().ifPresent(commit -> object.put("commit", commit));
        object.put("family", found.family());
        object.put("dimensions", found.dimensions());
        object.put("limit", found.limit());
        object.put("pooling", found.pooling());
        found.prompts().forEach(object.putObject("prompts")::put);
        found.defaultPrompt().ifPresent(name -> object.put("default_prompt", name));
        object.put("recipe", found.recipe());
        found.licence().ifPresent(licence -> object.put("licence", licence));
        found.graph().ifPresent(graph -> object.put("graph", graph));
        object.put("variant", found.variant());
        object.put("reason", found.reason());
        object.put("here", found.here());
        object.put("directory", found.directory());
        found.files().forEach(object.putObject("files")::put);
        return object;
    }
}
