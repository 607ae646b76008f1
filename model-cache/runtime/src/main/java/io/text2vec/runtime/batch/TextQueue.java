package io.text2vec.runtime.batch;

import io.text2vec.embedder.EmbedRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * Who is next, and who shares a run. Guarded by the lock of {@link SharedQueue}.
 *
 * <p>Fair queueing by turns: each request gets one sequence a round. What comes joins the round after the current one; the
 * second text of a request, and the second sequence of a text, stand one round behind the first, and so on. The oldest turn
 * decides which bucket of lengths runs, so that nobody starves; mates of the same bucket come along early, which costs the
 * others no more than the rest of that run.
 *
 * <p>Sets instead of heaps: a text that is cancelled or late leaves at once, with its memory, for O(log n).
 */
final class TextQueue {
    /** Above this many characters tokenising takes long enough to be felt by others. */
    static final int LONG_TEXT = 100_000;

    /** Texts that are planned ahead for each place in a batch, so that mates of one bucket turn up among them. */
    private static final int LOOKAHEAD = 4;

    private final QueueSettings settings;
    private final int maxBatch;
    /** All texts without a vector, in the order of arrival, which is that of their deadlines too. */
    private final SequencedSet<Text> pending = new LinkedHashSet<>();

    private final NavigableSet<Text> unplanned = new TreeSet<>();
    private final NavigableSet<Text> unplannedLong = new TreeSet<>();
    private final List<NavigableSet<Text>> buckets = new ArrayList<>();
    private long arrivals;
    private long round;
    private int waiting;
    private long waitingChars;
    private int untaken;

    TextQueue(QueueSettings settings, int maxBatch) {
        this.settings = settings;
        this.maxBatch = maxBatch;
    }

    /** Whether so many texts may join: within both limits, or, however many and long they are, when nobody waits. */
    boolean hasRoomFor(int texts, long chars) {
        return waiting == 0
                || texts <= settings.capacity() - waiting && chars <= settings.maxWaitingChars() - waitingChars;
    }

    List<Text> add(List<EmbedRequest> requests, long deadline) {
        List<Text> added = new ArrayList<>(requests.size());
        for (EmbedRequest request : requests) {
            Text text = new Text(request, arrivals++, round + 1 + added.size(), deadline);
            pending.add(text);
            text.waits = true;
            waiting++;
            waitingChars += text.length();
            enter(text.length() > LONG_TEXT ? unplannedLong : unplanned, text);
            added.add(text);
        }
        return added;
    }

    boolean hasJob() {
        return !unplanned.isEmpty() || untaken > 0;
    }

    /** What a run thread is to do; only when there {@linkplain #hasJob() is a job}. */
    Job nextJob() {
        NavigableSet<Text> bucket = oldestBucket();
        int rows = Math.min(maxBatch, Math.ceilDiv(untaken + unplanned.size(), settings.runs()));
        if (bucket == null || shouldPlan(bucket.first(), rows)) {
            return new Job.ToPlan(leave(unplanned.first()));
        }
        return new Job.ToRun(takeFrom(bucket, rows));
    }

    private boolean shouldPlan(Text oldestPlanned, int rows) {
        if (unplanned.isEmpty()) {
            return false;
        }
        boolean older = unplanned.first().compareTo(oldestPlanned) < 0;
        return older || rows > 1 && planned() < LOOKAHEAD * rows;
    }

    private Batch takeFrom(NavigableSet<Text> bucket, int rows) {
        Batch batch = new Batch();
        round = Math.max(round, bucket.first().turn());
        while (batch.size() < rows
                && !bucket.isEmpty()
                && batch.fits(bucket.first().next(), settings.maxBatchTokens())) {
            Text text = leave(bucket.first());
            batch.take(text);
            untaken--;
            if (text.untaken() > 0) {
                enterBucket(text);
            } else {
                stopWaiting(text);
            }
        }
        return batch;
    }

    /** Whether there is a long text to plan; not while {@code capacity} sequences wait, since each holds memory. */
    boolean hasLongText() {
        return !unplannedLong.isEmpty() && untaken < settings.capacity();
    }

    /** The next long text to plan; only when {@linkplain #hasLongText() there is one}. */
    Text nextLongText() {
        return leave(unplannedLong.first());
    }

    /** Takes a text back that has been planned; a text that has gone meanwhile is left out. */
    void planned(Text text) {
        if (pending.contains(text)) {
            // Planning a long text takes rounds; it must not have them all at once.
            text.postponeTo(round);
            untaken += text.untaken();
            enterBucket(text);
        }
    }

    /** Forgets a text, wherever it is. */
    void remove(Text text) {
        if (!pending.remove(text)) {
            return;
        }
        stopWaiting(text);
        if (text.home != null) { // else a thread is planning or running it, and drops it when it comes back
            untaken -= text.untaken();
            leave(text);
        }
    }

    /** The text that has to be answered first, or null. */
    Text oldestPending() {
        return pending.isEmpty() ? null : pending.getFirst();
    }

    /** Forgets what had to be answered by then. */
    List<Text> removeExpired(long now) {
        List<Text> late =
                pending.stream().takeWhile(text -> text.deadline() - now <= 0).toList();
        late.forEach(this::remove);
        return late;
    }

    List<Text> removeAll() {
        List<Text> all = List.copyOf(pending);
        all.forEach(this::remove);
        return all;
    }

    int pendingCount() {
        return pending.size();
    }

    int waiting() {
        return waiting;
    }

    /** How many characters those have that {@linkplain #waiting() wait}. */
    long waitingChars() {
        return waitingChars;
    }

    /** Sequences that have to run before a newcomer's last one, as far as they are known. */
    int ahead() {
        return untaken + unplanned.size() + unplannedLong.size();
    }

    private int planned() {
        int texts = 0;
        for (NavigableSet<Text> bucket : buckets) {
            texts += bucket.size();
        }
        return texts;
    }

    private void stopWaiting(Text text) {
        if (text.waits) {
            text.waits = false;
            waiting--;
            waitingChars -= text.length();
        }
    }

    private NavigableSet<Text> oldestBucket() {
        NavigableSet<Text> oldest = null;
        for (NavigableSet<Text> bucket : buckets) {
            if (!bucket.isEmpty() && (oldest == null || bucket.first().compareTo(oldest.first()) < 0)) {
                oldest = bucket;
            }
        }
        return oldest;
    }

    private void enterBucket(Text text) {
        int bucket = LengthBuckets.of(text.next().length());
        while (buckets.size() <= bucket) {
            buckets.add(new TreeSet<>());
        }
        enter(buckets.get(bucket), text);
    }

    private static void enter(NavigableSet<Text> set, Text text) {
        set.add(text);
        text.home = set;
    }

    private static Text leave(Text text) {
        text.home.remove(text);
        text.home = null;
        return text;
    }
}
