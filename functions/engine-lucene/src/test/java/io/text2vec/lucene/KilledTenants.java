package io.text2vec.lucene;

import io.text2vec.collections.engine.TenantStore;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.tenant.Activity;
import io.text2vec.collections.tenant.Tenant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes tenants, writes to them, puts some to sleep and removes others until it is killed, and prints a line for each step
 * that was acknowledged: arguments are the data directory, the first number, and how many threads work.
 *
 * <p>A line is a word, the number of the tenant and a point: {@code made}, {@code filled} (it has {@link #OBJECTS} objects),
 * {@code asleep}, {@code removing} (before: it may be there or not from then on) and {@code removed}.
 */
final class KilledTenants {
    static final String COLLECTION = "Film";
    static final int OBJECTS = 5;
    static final int DIMENSIONS = 8;

    /** Far fewer than there are, so that closing is killed too. */
    private static final int OPEN = 4;

    private KilledTenants() {}

    static LuceneEngine open(Path directory) {
        LuceneSettings usual = LuceneSettings.of(directory);
        return LuceneEngine.open(new LuceneSettings(
                directory, usual.durability(), 1 << 20, 1 << 20, usual.threads(), OPEN, usual.hybridDepth()));
    }

    static boolean sleeps(int number) {
        return number % 5 == 1;
    }

    static boolean goes(int number) {
        return number % 5 == 2;
    }

    static String name(int number) {
        return "tenant-" + number;
    }

    static int object(int number, int each) {
        return number * OBJECTS + each;
    }

    public static void main(String[] arguments) {
        LuceneEngine engine = open(Path.of(arguments[0]));
        if (engine.collection(COLLECTION).isEmpty()) {
            engine.create(Films.withTenants(COLLECTION));
        }
        int first = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        for (int thread = 0; thread < threads; thread++) {
            int from = first + thread;
            Thread.ofPlatform().start(() -> workOn(engine, from, threads));
        }
    }

    private static void workOn(LuceneEngine engine, int first, int stride) {
        TenantStore tenants = engine.tenants().orElseThrow();
        for (int number = first; ; number += stride) {
            String name = name(number);
            tenants.create(COLLECTION, List.of(new Tenant(name, Activity.HOT)));
            tell("made", number);
            List<Write> writes = new ArrayList<>();
            for (int each = 0; each < OBJECTS; each++) {
                writes.add(new Write.Put(Films.film(object(number, each), DIMENSIONS)));
            }
            if (engine.write(COLLECTION, Optional.of(name), writes).stream().anyMatch(Optional::isPresent)) {
                tell("failed", number);
                System.exit(1);
            }
            tell("filled", number);
            if (sleeps(number)) {
                tenants.update(COLLECTION, List.of(new Tenant(name, Activity.COLD)));
                tell("asleep", number);
            }
            if (goes(number)) {
                tell("removing", number);
                tenants.delete(COLLECTION, List.of(name));
                tell("removed", number);
            }
        }
    }

    private static synchronized void tell(String what, int number) {
        System.out.println(what + " " + number + " .");
    }
}
