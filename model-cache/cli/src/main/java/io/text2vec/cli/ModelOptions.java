package io.text2vec.cli;

import io.text2vec.hub.ModelName;
import io.text2vec.hub.NamedModel;
import io.text2vec.hub.Variant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the commands ask of a model on the hub. */
final class ModelOptions {
    @Option(
            names = "--revision",
            paramLabel = "REVISION",
            description = "Branch, tag or commit on the hub; the newest without one.")
    private String revision;

    @Option(
            names = "--variant",
            paramLabel = "VARIANT",
            defaultValue = "auto",
            description =
                    "Which graph: auto, fp32, int8, avx2, avx512_vnni or arm64. auto takes the one quantised for this"
                            + " processor if the model has it, else the plain one; for a published image, the image's own.")
    private String variant;

    ModelOptions() {}

    Variant variant() {
        return Variant.of(variant);
    }

    /** What is to be got for a name; empty for a directory. */
    Optional<NamedModel> model(ModelName name) {
        Optional<NamedModel> model = NamedModel.of(name, variant());
        return revision == null ? model : model.map(newest -> newest.at(revision));
    }
}
