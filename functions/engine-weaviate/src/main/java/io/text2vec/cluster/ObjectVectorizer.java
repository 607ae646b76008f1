package io.text2vec.cluster;

import io.text2vec.cluster.schema.ClusterClass;
import io.text2vec.collections.schema.AutoSchema;
import io.text2vec.collections.write.BatchVectors;
import io.text2vec.collections.write.BatchVectors.Made;
import io.text2vec.collections.write.BatchVectors.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Makes the vectors that objects on their way to Weaviate lack. Blocks; for any thread. */
public final class ObjectVectorizer {
    private static final Made NOTHING = new Made.Vectors(Map.of());

    private final BatchVectors vectors;
    private final AutoSchema autoSchema;

    public ObjectVectorizer(BatchVectors vectors, AutoSchema autoSchema) {
        this.vectors = vectors;
        this.autoSchema = autoSchema;
    }

    /**
     * An object on its way.
     *
     * @param kind its class; absent where Weaviate makes it, or says that there is none
     * @param properties raw values
     * @param given names of vectors that it brings
     * @param before raw values of the stored object that it changes; absent for a whole object
     */
    public record Sent(
            Optional<ClusterClass> kind,
            Map<String, Object> properties,
            Set<String> given,
            Optional<Map<String, Object>> before) {}

    /** @return for each object, in order */
    public List<Made> make(List<Sent> objects) {
        Made[] made = new Made[objects.size()];
        make(objects, (index, each) -> made[index] = each);
        return List.of(made);
    }

    /** @param told what became of each object, by its place, as soon as it is known; those of one class in their order */
    public void make(List<Sent> objects, BiConsumer<Integer, Made> told) {
        List<Integer> lacking = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            if (lacksSome(objects.get(i))) {
                lacking.add(i);
            } else {
                told.accept(i, NOTHING);
            }
        }
        vectors.make(
                lacking.stream().map(objects::get).map(this::wanted).toList(),
                (place, made) -> told.accept(lacking.get(place), made));
    }

    private static boolean lacksSome(Sent object) {
        return object.kind().filter(ClusterClass::vectorizes).isPresent();
    }

    private Wanted wanted(Sent object) {
        ClusterClass kind = object.kind().orElseThrow();
        ClusterClass.Read read = kind.read(object.properties(), autoSchema);
        return new Wanted(
                read.collection(),
                read.values(),
                object.given().stream().map(kind::stored).collect(Collectors.toSet()),
                object.before().map(before -> kind.read(before, autoSchema).values()));
    }
}
