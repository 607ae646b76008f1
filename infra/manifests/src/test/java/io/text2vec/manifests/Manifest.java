package io.text2vec.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * One document of a file of manifests.
 *
 * @param origin where it is from, for messages
 * @param content as it was written
 */
record Manifest(String origin, JsonNode content) {

    String kind() {
        return content.path("kind").asText();
    }

    /** Such as {@code serving.knative.dev/v1 Service}. */
    String type() {
        return content.path("apiVersion").asText() + " " + kind();
    }

    String name() {
        return content.path("metadata").path("name").asText();
    }

    boolean isForKustomize() {
        return content.path("apiVersion").asText().startsWith("kustomize.config.k8s.io/");
    }

    /** The template of its pods; missing where it has none. */
    JsonNode pods() {
        return content.path("spec").path("template").path("spec");
    }

    @Override
    public String toString() {
        return Path.of(origin) + ": " + type() + " " + name();
    }
}
