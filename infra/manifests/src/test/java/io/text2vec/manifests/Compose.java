package io.text2vec.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Compose files, whose services share parts by anchors and merge keys. */
final class Compose {
    private Compose() {}

    /** The services of a file, each with what it shares. */
    static Stream<JsonNode> services(Path file) throws IOException {
        Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        return new ObjectMapper()
                .<JsonNode>valueToTree(content)
                .path("services")
                .valueStream();
    }
}
