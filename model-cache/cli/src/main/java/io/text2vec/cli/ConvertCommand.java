package io.text2vec.cli;

import io.text2vec.hub.HubException;
import io.text2vec.hub.Variant;
import io.text2vec.runtime.source.GraphMaker;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        description = "Makes a graph of a directory that has only weights, or a quantised graph of a plain one.",
        mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Directory in the layout of a hub checkout.")
    private Path directory;

    @Option(
            names = "--variant",
            paramLabel = "VARIANT",
            defaultValue = "fp32",
            description = "Which graph: fp32, int8, avx2, avx512_vnni or arm64.")
    private String variant;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Directory that gets onnx/ and in it the graph; the model's own without one.")
    private Path output;

    @Spec
    private CommandSpec spec;

    ConvertCommand() {}

    @Override
    public Integer call() {
        GraphMaker maker = GraphMaker.find()
                .orElseThrow(
                        () -> new HubException.NotSupported("Conversion is not part of this build: no text2vec-convert"
                                + " is on its class path. Use a model that has an ONNX graph"));
        Progress progress = Progress.onErrors(spec.commandLine().getErr());
        String word = Variant.of(variant).word();
        Path graph;
        try {
            graph = maker.make(
                    directory,
                    word,
                    output == null ? directory : output,
                    done -> progress.at(done, "making the " + word + " graph"));
        } finally {
            progress.erase();
        }
        spec.commandLine().getOut().println(graph);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
