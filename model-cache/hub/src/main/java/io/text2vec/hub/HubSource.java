package io.text2vec.hub;

import io.text2vec.hub.ModelName.Directory;
import io.text2vec.hub.ModelName.HubId;
import io.text2vec.hub.ModelName.Image;
import io.text2vec.runtime.infer.CpuKind;
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
            return switch (ModelName.of(name)) {
                case Directory directory -> ModelLocation.in(directory.path());
                case HubId hub -> {
                    Variant wanted = Variant.of(variant);
                    Snapshot snapshot = snapshot(hub.id(), hub.revision().orElse(HubModels.NEWEST), wanted);
                    yield new ModelLocation(
                            files(snapshot),
                            Optional.empty(),
                            wanted == Variant.AUTO ? Optional.empty() : Optional.of(snapshot.variant()),
                            false);
                }
                case Image image -> image(image.image(), Variant.of(variant));
            };
        } catch (HubException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    /** A variant that is asked for wins over the image's own. */
    private static ModelLocation image(PublishedImage image, Variant asked) {
        Variant wanted = asked == Variant.AUTO ? image.variant(CpuKind.here()) : asked;
        Snapshot snapshot = snapshot(image.model(), HubModels.NEWEST, wanted);
        return new ModelLocation(
                files(snapshot),
                Optional.of(new ReferenceImage(
                        image.path() == ReferencePath.ONNX,
                        image.path() == ReferencePath.SENTENCE_TRANSFORMERS
                                ? Optional.of(image.model())
                                : Optional.empty())),
                Optional.of(snapshot.variant()),
                image.prefixes());
    }

    private static ModelDirectory files(Snapshot snapshot) {
        return new ModelDirectory(snapshot.directory(), snapshot.name());
    }

    private static Snapshot snapshot(String id, String revision, Variant variant) {
        long start = System.nanoTime();
        PullLog log = new PullLog();
        Snapshot snapshot = new HubModels(HubSettings.ofProcess(), log).find(id, revision, variant);
        log.found(snapshot, Duration.ofNanos(System.nanoTime() - start));
        return snapshot;
    }
}
