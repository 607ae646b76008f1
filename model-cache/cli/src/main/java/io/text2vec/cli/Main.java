package io.text2vec.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(
        name = "text2vec",
        description = "Gets models, tells what they are, and turns texts into vectors.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PullCommand.class, InspectCommand.class, ConvertCommand.class, EmbedCommand.class},
        footer = {
            "",
            "A MODEL is an id on the hub (org/name, org/name@revision), the tag of a",
            "published image (baai-bge-small-en-v1.5-onnx), or a directory.",
            "docs/models.md tells more."
        })
public final class Main {
    Main() {}

    /** Exit status: 0, 1 when something could not be done, 2 when the command line makes no sense. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler(Failures::told);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    static final class Version implements IVersionProvider {
        Version() {}

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"text2vec " + (version == null ? "(from its sources)" : version)};
        }
    }
}
