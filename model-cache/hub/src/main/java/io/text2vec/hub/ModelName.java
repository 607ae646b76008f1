package io.text2vec.hub;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody calls a model: a directory, an id on the hub, or an image that the reference published. */
public sealed interface ModelName {

    /** A directory that holds a model. */
    record Directory(Path path) implements ModelName {}

    /**
     * A model on the hub.
     *
     * @param id {@code organisation/name}; a few old ones have no organisation
     * @param revision branch, tag or commit; the newest if absent
     */
    record HubId(String id, Optional<String> revision) implements ModelName {}

    /** An image of the reference, which settles recipe and variant as well. */
    record Image(PublishedImage image) implements ModelName {}

    /** The name with or without a registry before it and a digest behind. */
    Pattern IMAGE = Pattern.compile("(?:.+/)?semitechnologies/transformers-inference(?::([^@]*))?(?:@.*)?");

    /** The hub's own rule, less its bounds on dots and dashes, which it will tell itself. */
    Pattern ID = Pattern.compile("((?:[A-Za-z0-9][\\w.-]*/)?[A-Za-z0-9][\\w.-]*)(?:@(.+))?");

    /**
     * Reads a name. A path that is a directory is that directory; a word of the table of published images is that image,
     * with its recipe; everything else is an id on the hub, with a revision behind an {@code @} or without.
     *
     * @throws HubException.NotSupported if the table refuses it, with its reason
     * @throws HubException.NotFound for an image that is not in the table
     * @throws HubException.BadSetting if it can be none of the three
     */
    static ModelName of(String name) {
        String text = name.strip();
        PublishedImages table = PublishedImages.read();
        Matcher image = IMAGE.matcher(text);
        if (image.matches()) {
            return image(image.group(1), table);
        }
        if (isDirectory(text)) {
            return new Directory(Path.of(text));
        }
        Matcher id = ID.matcher(text);
        if (!id.matches()) {
            throw new HubException.BadSetting("The model is '" + text + "'; expected a directory that exists, an id on"
                    + " the hub such as sentence-transformers/all-MiniLM-L6-v2, or the tag of an image such as"
                    + " baai-bge-small-en-v1.5-onnx");
        }
        if (!text.contains("/")) {
            var published = table.find(text);
            if (published.isPresent()) {
                return new Image(published.get());
            }
        }
        table.check(id.group(1));
        return new HubId(id.group(1), Optional.ofNullable(id.group(2)).map(ModelName::revision));
    }

    /**
     * A branch, a tag or a commit.
     *
     * @throws HubException.BadSetting if it can be none
     */
    static String revision(String text) {
        if (!text.matches("\\w[\\w./-]*") || text.contains("..")) {
            throw new HubException.BadSetting(
                    "The revision is '" + text + "'; expected a branch, a tag or a commit, such as main");
        }
        return text;
    }

    private static ModelName image(String tag, PublishedImages table) {
        if (tag == null || tag.isEmpty()) {
            throw new HubException.BadSetting("The image has no tag; expected one such as"
                    + " semitechnologies/transformers-inference:baai-bge-small-en-v1.5-onnx");
        }
        return new Image(table.find(tag).orElseThrow(() -> {
            String word = tag.substring(tag.lastIndexOf('-') + 1);
            var like = word.isEmpty() ? table.like("MiniLM") : table.like(word);
            return new HubException.NotFound("No published image is known by the tag " + tag
                    + (like.isEmpty() ? "" : "; there are " + String.join(", ", like))
                    + ". If it was built from a model of the hub, give the model's id instead");
        }));
    }

    private static boolean isDirectory(String text) {
        try {
            return !text.isEmpty() && Files.isDirectory(Path.of(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
