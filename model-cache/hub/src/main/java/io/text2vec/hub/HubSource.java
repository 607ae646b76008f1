package io.text2vec.hub;

import io.text2vec.hub.ModelName.Directory;
import io.text2vec.runtime.source.ModelDirectory;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelLocation;
import io.text2vec.runtime.source.ModelSource;
import io.text2vec.runtime.source.ReferenceImage;
import java.time.Duration;
import java.util.Optional;

/** The names that {@code MODEL_NAME} may say: what was pulled before is used, else it is pulled now. */
public final class HubSource implements ModelSource {

    @Override
    public ModelLocation find(String name, String variant) {
        try {
            ModelName parsed = ModelName.of(name);
            return parsed instanceof Directory(var path)
                    ? ModelLocation.in(path)
                    : find(NamedModel.of(parsed, Variant.of(variant)).orElseThrow());
        } catch (HubException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    private static ModelLocation find(NamedModel model) {
        long start = System.nanoTime();
        PullLog log = new PullLog();
        Snapshot snapshot =
                new HubModels(HubSettings.ofProcess(), log).find(model.id(), model.revision(), model.variant());
        log.found(snapshot, Duration.ofNanos(System.nanoTime() - start));
        return new ModelLocation(
                new ModelDirectory(snapshot.directory(), snapshot.name()),
                model.image().map(HubSource::standsFor),
                model.variant() == Variant.AUTO ? Optional.empty() : Optional.of(snapshot.variant()),
                model.image().map(PublishedImage::prefixes).orElse(false));
    }

    /** The flag files that the image has in its model directory. */
    private static ReferenceImage standsFor(PublishedImage image) {
        return new ReferenceImage(
                image.path() == ReferencePath.ONNX,
                image.path() == ReferencePath.SENTENCE_TRANSFORMERS ? Optional.of(image.model()) : Optional.empty());
    }
}
