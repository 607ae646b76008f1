package io.text2vec.cluster.schema;

import io.text2vec.cluster.client.Cluster;
import io.text2vec.cluster.client.Refused;
import io.text2vec.cluster.client.RestReply;
import io.text2vec.collections.schema.Names;
import io.text2vec.web.JsonTree;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The classes of a Weaviate, with the credentials of the thread's caller. Others may change them: who writes reads them
 * anew, who searches may read what was so a moment ago. For any thread; blocks.
 */
public final class Classes {
    /** How long a search may believe what it read. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int MOST = 10_000;

    private final Cluster cluster;
    private final Map<Key, Seen> seen = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    public Classes(Cluster cluster) {
        this.cluster = cluster;
    }

    private record Key(Optional<String> credentials, String name) {}

    private record Seen(Optional<ClusterClass> found, long at, long generation) {}

    /**
     * A class as it is now.
     *
     * @param name its own or an alias, first letter in either case
     * @throws Refused if Weaviate refuses to tell
     */
    public Optional<ClusterClass> now(String name) {
        String stored = Names.collection(name);
        long begun = generation.get();
        long at = System.nanoTime();
        Optional<ClusterClass> found = stored.isEmpty() ? Optional.empty() : find(stored);
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.put(key(stored), new Seen(found, at, begun));
        return found;
    }

    /** A class as it was a moment ago at most. */
    public Optional<ClusterClass> lately(String name) {
        Seen known = seen.get(key(Names.collection(name)));
        boolean good = known != null
                && known.generation() == generation.get()
                && System.nanoTime() - known.at() < FRESH.toNanos();
        return good ? known.found() : now(name);
    }

    /** To be called when a class was changed through this process. */
    public void changed() {
        generation.incrementAndGet();
    }

    private Key key(String name) {
        return new Key(cluster.credentialsOfThread(), name);
    }

    private Optional<ClusterClass> find(String name) {
        RestReply reply = cluster.get("/v1/schema/" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        if (reply.notThere()) {
            return Optional.empty();
        }
        Map<String, Object> kept = body(reply);
        Seen before = seen.get(key(name));
        return before != null
                        && before.found()
                                .filter(known -> known.kept().equals(kept))
                                .isPresent()
                ? before.found() // the same object: what is made of a class once is good for all its batches
                : Optional.of(ClusterClass.of(kept));
    }

    /** All of them. */
    public List<ClusterClass> all() {
        return Tree.list(body(cluster.get("/v1/schema")).get("classes")).stream()
                .map(each -> ClusterClass.of(Tree.object(each)))
                .toList();
    }

    private static Map<String, Object> body(RestReply reply) {
        if (!reply.ok()) {
            throw new Refused(reply);
        }
        return JsonTree.object(reply.body().getBytes(), "an object");
    }
}
