package io.text2vec.lucene;

import io.text2vec.collections.engine.Write;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Imports until it is killed, and prints the numbers of the objects that were acknowledged: arguments are the data
 * directory, the first number, and how many threads write.
 *
 * <p>Some objects are written again with another title, some are deleted; the numbers of what was deleted are printed with
 * a minus.
 */
final class KilledImport {
    static final String COLLECTION = "Film";
    static final int DIMENSIONS = 32;

    /** Every so many-th object is written twice. */
    static final int REWRITTEN = 7;

    /** Every so many-th object is deleted. */
    static final int DELETED = 11;

    static final int BATCH = 20;

    /** Ends each line. */
    static final String END = ".";

    private KilledImport() {}

    public static void main(String[] arguments) {
        // A short log and a small buffer, so that commits, merges and changes of the log's file are killed too.
        LuceneSettings usual = LuceneSettings.of(Path.of(arguments[0]));
        LuceneEngine engine = LuceneEngine.open(new LuceneSettings(
                usual.directory(),
                usual.durability(),
                1 << 20,
                1 << 20,
                usual.threads(),
                usual.openTenants(),
                usual.hybridDepth()));
        if (engine.collection(COLLECTION).isEmpty()) {
            engine.create(Films.collection(COLLECTION));
        }
        int first = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        for (int thread = 0; thread < threads; thread++) {
            int from = first + thread * BATCH;
            Thread.ofPlatform().start(() -> writeOn(engine, from, threads * BATCH));
        }
    }

    private static void writeOn(LuceneEngine engine, int first, int stride) {
        for (int from = first; ; from += stride) {
            List<Write> writes = new ArrayList<>();
            List<String> acknowledgements = new ArrayList<>();
            for (int number = from; number < from + BATCH; number++) {
                writes.add(new Write.Put(Films.film(number, "first title", Films.vector(number, DIMENSIONS))));
                if (number % REWRITTEN == 0) {
                    writes.add(new Write.Put(Films.film(number, DIMENSIONS)));
                }
                if (number % DELETED == 0) {
                    writes.add(new Write.Delete(Films.id(number)));
                }
                acknowledgements.add(number % DELETED == 0 ? "-" + number : "" + number);
            }
            if (engine.write(COLLECTION, Optional.empty(), writes).stream().anyMatch(Optional::isPresent)) {
                System.out.println("failed");
                System.exit(1);
            }
            synchronized (KilledImport.class) {
                System.out.println(String.join(" ", acknowledgements) + " " + END);
            }
        }
    }
}
