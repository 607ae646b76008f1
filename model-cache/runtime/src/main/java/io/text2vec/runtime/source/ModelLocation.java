package io.text2vec.runtime.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Where a model's files are, and what is settled with them.
 *
 * @param image the reference image that they come from or that they stand for, if any
 * @param variant which graph is run, where the place decides it and not {@code TEXT2VEC_VARIANT}
 * @param taskPrefixes whether the image was built to put the task's word in front of a text
 */
public record ModelLocation(
        ModelFiles files, Optional<ReferenceImage> image, Optional<String> variant, boolean taskPrefixes) {

    /** Files with nothing but the flag files beside them. */
    public ModelLocation(ModelFiles files, Optional<ReferenceImage> image) {
        this(files, image, Optional.empty(), false);
    }

    /**
     * The model that a name stands for, fetched if need be.
     *
     * @param variant as {@code TEXT2VEC_VARIANT} says it
     * @throws ModelException if it can't be had, or if nothing on the class path knows names
     */
    public static ModelLocation named(String name, String variant) {
        return ServiceLoader.load(ModelSource.class, ModelLocation.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new ModelException("MODEL_NAME is '" + name + "', and this application carries no"
                        + " text2vec-hub that knows names: let TEXT2VEC_MODEL name a directory instead"))
                .find(name, variant);
    }

    /**
     * Looks into a directory in hub layout or in a reference image's.
     *
     * @throws ModelException if it holds no model, with what was expected and what was found
     */
    public static ModelLocation in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ModelException("TEXT2VEC_MODEL names " + directory.toAbsolutePath() + ", which is "
                    + (Files.exists(directory) ? "no directory" : "not there"));
        }
        Optional<ReferenceImage> image = ReferenceImage.in(directory);
        Path files = image.flatMap(ReferenceImage::modelName)
                .map(name -> snapshot(directory, name))
                .orElse(directory);
        check(files, "config.json", Files.isRegularFile(files.resolve("config.json")));
        check(
                files,
                "tokenizer (" + TokenizerForm.wanted() + ")",
                TokenizerForm.among(file -> Files.isRegularFile(files.resolve(file)))
                        .isPresent());
        String name = image.flatMap(ReferenceImage::modelName)
                .orElseGet(() ->
                        directory.toAbsolutePath().normalize().getFileName().toString());
        return new ModelLocation(new ModelDirectory(files, name), image);
    }

    private static void check(Path files, String needed, boolean isThere) {
        if (!isThere) {
            throw new ModelException(files.toAbsolutePath() + " holds no " + needed
                    + "; expected a Hugging Face checkout or a reference image's model directory, found "
                    + ModelDirectory.listing(files));
        }
    }

    /** A revision in a hub cache: {@code models--org--name/snapshots/<revision>}, the one that {@code refs/main} names. */
    private static Path snapshot(Path cache, String modelName) {
        // Models without an organisation in their name are sentence-transformers' own.
        String id = modelName.contains("/") ? modelName : "sentence-transformers/" + modelName;
        Path repository = cache.resolve("models--" + id.replace("/", "--"));
        Path snapshots = repository.resolve("snapshots");
        Optional<Path> named = new ModelDirectory(repository, id)
                .text("refs/main")
                .map(revision -> snapshots.resolve(revision.strip()))
                .filter(Files::isDirectory);
        return named.or(() -> newest(snapshots))
                .orElseThrow(() -> new ModelException(cache.toAbsolutePath() + " is the hub cache of " + modelName
                        + " by its file model_name; expected " + snapshots.toAbsolutePath() + "/<revision>, found "
                        + ModelDirectory.listing(cache)));
    }

    private static Optional<Path> newest(Path snapshots) {
        if (!Files.isDirectory(snapshots)) {
            return Optional.empty();
        }
        try (var revisions = Files.list(snapshots)) {
            return revisions.filter(Files::isDirectory).max(Comparator.comparing(ModelLocation::modified));
        } catch (IOException e) {
            throw new ModelException(snapshots + " can't be read: " + e.getMessage(), e);
        }
    }

    private static long modified(Path path) {
        return path.toFile().lastModified();
    }
}
