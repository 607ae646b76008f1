package io.text2vec.lucene.aggregate;

import io.text2vec.lucene.aggregate.Values.Pass;
import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;

/** Finds the keys that occur most often: share by share, where there are too many to count them at once. */
final class Frequent {
    private final int atOnce;

    /** @param atOnce how many different keys are counted at once, a power of two */
    Frequent(int atOnce) {
        this.atOnce = atOnce;
    }

    /** The most frequent first, equally frequent ones in the order of the keys. */
    List<Counted> of(Pass values, int most) throws IOException {
        PriorityQueue<Counted> worstFirst = new PriorityQueue<>(Counted.MOST_FREQUENT_FIRST.reversed());
        Share share = Share.ALL;
        boolean more = true;
        while (more) {
            Tally tally = new Tally(share, atOnce);
            values.over(tally);
            tally.each(counted -> {
                if (worstFirst.size() < most) {
                    worstFirst.add(counted);
                } else if (Counted.MOST_FREQUENT_FIRST.compare(counted, worstFirst.peek()) < 0) {
                    worstFirst.poll();
                    worstFirst.add(counted);
                }
            });
            more = tally.share().hasNext();
            share = tally.share().next();
        }
        return worstFirst.stream().sorted(Counted.MOST_FREQUENT_FIRST).toList();
    }
}
