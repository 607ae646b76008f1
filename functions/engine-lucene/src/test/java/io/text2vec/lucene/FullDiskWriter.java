package io.text2vec.lucene;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Write;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes until the disk takes no more, waits for a line, and writes again; prints how many objects were acknowledged. Its
 * argument is the data directory.
 */
final class FullDiskWriter {
    static final int DIMENSIONS = 64;

    private FullDiskWriter() {}

    public static void main(String[] arguments) throws IOException {
        LuceneSettings usual = LuceneSettings.of(Path.of(arguments[0]));
        try (LuceneEngine engine = LuceneEngine.open(new LuceneSettings(
                usual.directory(),
                usual.durability(),
                1 << 20,
                64 << 20,
                usual.threads(),
                usual.openTenants(),
                usual.hybridDepth()))) {
            engine.create(Films.collection("Film"));
            int acknowledged = 0;
            while (write(engine, acknowledged)) {
                acknowledged++;
            }
            System.out.println(acknowledged);
            System.in.read();
            for (int more = 0; more < 10; more++) {
                if (!write(engine, acknowledged)) {
                    throw new IllegalStateException("a write failed though there is space");
                }
                acknowledged++;
            }
            System.out.println(acknowledged);
        }
    }

    private static boolean write(LuceneEngine engine, int number) {
        try {
            Optional<CollectionException> failure = engine.write(
                            "Film", Optional.empty(), List.of(new Write.Put(Films.film(number, DIMENSIONS))))
                    .getFirst();
            failure.ifPresent(why -> System.err.println(why.getMessage()));
            return failure.isEmpty();
        } catch (CollectionException.EngineFailed full) {
            System.err.println(full.getMessage());
            return false;
        }
    }
}
