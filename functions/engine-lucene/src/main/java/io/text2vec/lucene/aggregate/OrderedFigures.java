package io.text2vec.lucene.aggregate;

import io.text2vec.collections.aggregate.Statistic;
import io.text2vec.collections.aggregate.Summary.Ordered;
import io.text2vec.collections.object.Value;
import io.text2vec.lucene.aggregate.Values.Pass;
import io.text2vec.lucene.aggregate.Values.Visitor;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The figures of values that have an order. What one pass tells it remembers; median and mode take passes of their own. */
final class OrderedFigures implements Visitor {
    private static final double BEYOND_LONG = 0x1p63;

    private final Scale scale;
    private long count;
    private long wholeSum;
    private double sum;
    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;

    private OrderedFigures(Scale scale) {
        this.scale = scale;
    }

    static Ordered of(Pass values, Scale scale, Set<Statistic> asked) throws IOException {
        OrderedFigures figures = new OrderedFigures(scale);
        values.over(figures);
        Map<Statistic, Value> told = new EnumMap<>(Statistic.class);
        if (figures.count > 0) {
            for (Statistic statistic : asked) {
                told.put(statistic, figures.tell(statistic, values));
            }
        }
        return new Ordered(figures.count, told);
    }

    @Override
    public void see(int document, long key) {
        count++;
        wholeSum += key;
        sum += scale.number(key);
        least = Math.min(least, key);
        most = Math.max(most, key);
    }

    private Value tell(Statistic statistic, Pass values) throws IOException {
        return switch (statistic) {
            case SUM -> scale == Scale.INT ? new Value.Int(wholeSum()) : new Value.Number(sum);
            case MEAN -> new Value.Number(sum / count);
            case MINIMUM -> scale.value(least);
            case MAXIMUM -> scale.value(most);
            case MODE ->
                scale.value(new Frequent(Tally.MOST).of(values, 1).getFirst().key());
            case MEDIAN -> {
                long[] middle = new Middle(values, count, least, most).find();
                yield scale.between(middle[0], middle[1]);
            }
        };
    }

    /** The nearest there is where the sum has more than 64 bits. */
    private long wholeSum() {
        return Math.abs(sum) < BEYOND_LONG ? wholeSum : (long) sum;
    }
}
