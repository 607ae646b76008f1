package io.text2vec.cli;

import io.text2vec.hub.HubException;
import io.text2vec.hub.HubModels;
import io.text2vec.hub.HubSettings;
import io.text2vec.hub.ModelName;
import io.text2vec.hub.NamedModel;
import io.text2vec.hub.Sizes;
import io.text2vec.hub.Snapshot;
import io.text2vec.hub.Variant;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "pull",
        description = "Fetches a model from the hub into the cache directory, and prints where it is.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "HF_ENDPOINT, HF_TOKEN, HF_HOME, HF_HUB_CACHE and HF_HUB_OFFLINE mean what they",
            "mean to the hub's own client; TEXT2VEC_CACHE names the cache directory."
        })
final class PullCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "Id on the hub, or tag of a published image.")
    private String model;

    @Mixin
    private ModelOptions options;

    @Spec
    private CommandSpec spec;

    PullCommand() {}

    @Override
    public Integer call() {
        PrintWriter errors = spec.commandLine().getErr();
        Progress progress = Progress.onErrors(errors);
        NamedModel named = options.model(ModelName.of(model))
                .orElseThrow(() -> new HubException.BadSetting(
                        model + " is a directory; pull takes an id on the hub or the tag of a published image"));
        Snapshot snapshot;
        try {
            snapshot = new HubModels(HubSettings.ofProcess(), new PullProgress(progress))
                    .pull(named.id(), named.revision(), named.variant(), weightsToo(named));
        } finally {
            progress.erase();
        }
        errors.println(summary(snapshot, progress.seconds()));
        named.image()
                .ifPresent(image -> errors.println("The image " + image.tag() + " used the recipe "
                        + image.path().recipe().word() + ": MODEL_NAME=" + image.tag() + " takes it too."));
        if (snapshot.graph().isEmpty()) {
            errors.println("Only the weights are here: " + snapshot.reason()
                    + "; a graph is made of them when the model is first loaded.");
        }
        errors.flush();
        PrintWriter out = spec.commandLine().getOut();
        out.println(snapshot.directory());
        out.flush();
        return 0;
    }

    /** Whoever names a variant wants that graph, and so does who names a quantised image; else weights are a beginning. */
    private boolean weightsToo(NamedModel named) {
        return options.variant() == Variant.AUTO
                && (named.variant() == Variant.AUTO || named.variant() == Variant.FP32);
    }

    private static String summary(Snapshot snapshot, double seconds) {
        String fetched = snapshot.fetched() == 0
                ? "nothing to fetch"
                : String.format(
                        Locale.ROOT,
                        "%d files, %s in %.1f s",
                        snapshot.fetched(),
                        Sizes.text(snapshot.bytes()),
                        seconds);
        return snapshot.name() + ": " + fetched
                + snapshot.graph()
                        .map(graph -> "; graph " + graph + " (" + snapshot.variant() + ": " + snapshot.reason() + ")")
                        .orElse("");
    }
}
