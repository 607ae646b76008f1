package io.text2vec.cli;

import io.text2vec.hub.HubException;
import io.text2vec.hub.Variant;
import io.text2vec.runtime.source.GraphMaker;
import java.io.IOException;
import java.nio.file.Files;
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
            description = "Which graph: fp32, avx2, avx512_vnni or arm64.")
    private String variant;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The graph, in a directory that is new or empty.")
    private Path output;

    @Spec
    private CommandSpec spec;

    ConvertCommand() {}

    @Override
    public Integer call() throws IOException {
        GraphMaker maker = GraphMaker.find()
                .orElseThrow(
                        () -> new HubException.NotSupported("Conversion is not part of this build: no GraphMaker is"
                                + " on its class path. Use a model that has an ONNX graph"));
        Path folder = output.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Progress progress = Progress.onErrors(spec.commandLine().getErr());
        String word = Variant.of(variant).word();
        try {
            maker.make(directory, word, output, done -> progress.at(done, "making the " + word + " graph"));
        } finally {
            progress.erase();
        }
        spec.commandLine().getOut().println(output);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
