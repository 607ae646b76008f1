package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** An import whose objects are all there. Used by one thread. */
final class ImportBatch {
    private final Writes.Outcome[] outcomes;
    private boolean written;

    /** @param objects how many */
    ImportBatch(int objects) {
        outcomes = new Writes.Outcome[objects];
    }

    /**
     * Runs it.
     *
     * @param run makes the run that tells this
     * @throws CollectionException.Busy if there is no room for a first text; nothing is written then
     * @throws CollectionException.NotReady if no vectors are made now; nothing is written then
     */
    List<Writes.Outcome> outcomes(Function<ImportBatch, ImportRun> run) {
        try {
            run.apply(this).run();
        } catch (CollectionException.Busy | CollectionException.NotReady stop) {
            if (!written) {
                throw stop;
            }
            failTheRest(stop);
        }
        return new ArrayList<>(Arrays.asList(outcomes));
    }

    void told(List<Arrivals.Told> some) {
        for (Arrivals.Told each : some) {
            outcomes[each.index()] = each.outcome();
            written |= each.outcome() instanceof Writes.Outcome.Stored;
        }
    }

    private void failTheRest(CollectionException why) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                outcomes[i] = new Writes.Outcome.Failed(why);
            }
        }
    }
}
