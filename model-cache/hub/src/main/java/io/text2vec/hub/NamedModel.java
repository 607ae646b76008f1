package io.text2vec.hub;

import io.text2vec.hub.ModelName.Directory;
import io.text2vec.hub.ModelName.HubId;
import io.text2vec.hub.ModelName.Image;
import io.text2vec.runtime.infer.CpuKind;
import java.util.Optional;

/**
 * What is to be got from the hub for a name.
 *
 * @param id the model's
 * @param image the published image that it stands for, if any
 */
public record NamedModel(String id, String revision, Variant variant, Optional<PublishedImage> image) {

    /**
     * Settles what a name leaves open: the revision is the newest, and the variant of an image that was published is its own
     * unless another is asked for.
     *
     * @return empty for a directory, of which there is nothing to get
     */
    public static Optional<NamedModel> of(ModelName name, Variant asked) {
        return switch (name) {
            case Directory _ -> Optional.empty();
            case HubId hub ->
                Optional.of(new NamedModel(hub.id(), hub.revision().orElse(HubModels.NEWEST), asked, Optional.empty()));
            case Image(PublishedImage image) ->
                Optional.of(new NamedModel(
                        image.model(),
                        HubModels.NEWEST,
                        asked == Variant.AUTO ? image.variant(CpuKind.here()) : asked,
                        Optional.of(image)));
        };
    }

    /** The same at another revision. */
    public NamedModel at(String other) {
        return new NamedModel(id, ModelName.revision(other), variant, image);
    }
}
