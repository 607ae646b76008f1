package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.ObjectVectors;
import io.text2vec.collections.vectorize.ObjectVectors.Missing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Reads the objects of an import, and cuts them into chunks. */
final class ChunkReader {
    /**
     * Texts of a chunk. Enough to keep every inference busy while the chunk before is written; few, so that the first is
     * soon on the disk, and so that what waits for its vector meets its deadline with slow models too.
     */
    static final int TEXTS = 32;

    /** Characters of a chunk's texts, past which it ends. */
    static final int CHARACTERS = 64 << 10;

    /** Objects of a chunk, with or without texts. */
    private static final int OBJECTS = 1024;

    private final Supplier<Optional<ObjectInput>> inputs;
    private final Drafts drafts;
    private final ObjectVectors vectors;
    private final BoundModel models;
    private final Engine engine;
    private final ImportedReferences references;
    private Optional<ObjectInput> coming = Optional.empty();
    private int next;

    /** @param inputs gives the next object; nothing if none is there now */
    ChunkReader(
            Supplier<Optional<ObjectInput>> inputs,
            Drafts drafts,
            ObjectVectors vectors,
            BoundModel models,
            Engine engine,
            ImportedReferences references) {
        this.inputs = inputs;
        this.drafts = drafts;
        this.vectors = vectors;
        this.models = models;
        this.engine = engine;
        this.references = references;
    }

    /** Objects of one collection and tenant. */
    private record Home(String collection, Optional<String> tenant) {}

    boolean hasNext() {
        if (coming.isEmpty()) {
            coming = inputs.get();
        }
        return coming.isPresent();
    }

    private ObjectInput take() {
        ObjectInput first = coming.orElseThrow();
        coming = Optional.empty();
        return first;
    }

    /**
     * Reads the next chunk.
     *
     * @param failed told of each object that can't be read, which the chunk then lacks
     */
    Chunk next(BiConsumer<Integer, CollectionException> failed) {
        List<Chunk.Item> items = new ArrayList<>();
        int texts = 0;
        int characters = 0;
        while (items.size() < OBJECTS && texts < TEXTS && characters < CHARACTERS && hasNext()) {
            int index = next++;
            try {
                Chunk.Item item = item(index, take());
                items.add(item);
                texts += item.missing().size();
                for (Missing missing : item.missing()) {
                    characters += missing.text().request().text().length();
                }
            } catch (CollectionException why) {
                failed.accept(index, why);
            }
        }
        references.check(items);
        keepVectors(items);
        return new Chunk(items);
    }

    private Chunk.Item item(int index, ObjectInput input) {
        Draft draft = drafts.whole(input);
        List<Missing> missing = vectors.missing(draft.collection(), draft.properties(), draft.vectors());
        missing.forEach(each -> each.text().check(draft.collection(), models));
        return new Chunk.Item(index, draft, missing);
    }

    /** Objects whose text has not changed keep the vectors that they have. */
    private void keepVectors(List<Chunk.Item> items) {
        Map<Home, List<Chunk.Item>> stored = new LinkedHashMap<>();
        for (Chunk.Item item : items) {
            Draft draft = item.draft();
            if (draft.known() && !item.missing().isEmpty()) {
                stored.computeIfAbsent(new Home(draft.collection().name(), draft.tenant()), home -> new ArrayList<>())
                        .add(item);
            }
        }
        stored.forEach(this::keepVectors);
    }

    private void keepVectors(Home home, List<Chunk.Item> known) {
        try {
            List<Optional<StoredObject>> found = engine.get(
                    home.collection(),
                    home.tenant(),
                    known.stream().map(item -> item.draft().id()).toList());
            for (int i = 0; i < known.size(); i++) {
                Chunk.Item item = known.get(i);
                found.get(i).ifPresent(before -> keepVectors(item, before));
            }
        } catch (CollectionException why) { // the collection may have gone
            known.forEach(item -> item.fail(why));
        }
    }

    private void keepVectors(Chunk.Item item, StoredObject before) {
        for (Missing missing : List.copyOf(item.missing())) {
            vectors.kept(missing, before, item.draft().properties()).ifPresent(vector -> item.keep(missing, vector));
        }
    }
}
