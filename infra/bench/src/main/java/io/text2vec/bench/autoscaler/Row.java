package io.text2vec.bench.autoscaler;

import io.text2vec.bench.report.Table;
import java.util.List;
import java.util.Locale;

/** One simulation of the table: which, and what it found. */
record Row(Case of, Outcome outcome) {

    double podHours() {
        return outcome.meanPods() * of.traffic().hours();
    }

    static Table table(List<Row> rows, Prices prices) {
        Table table = new Table(
                "traffic",
                "software",
                "pods kept",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "met no pod",
                "pods mean",
                "pods max",
                "pod-hours",
                "cost");
        for (Row row : rows) {
            Outcome found = row.outcome();
            table.row(
                    row.of().traffic().name(),
                    row.of().software().name(),
                    row.of().policy().label(),
                    millis(found.latencies().quantile(0.5)),
                    millis(found.latencies().quantile(0.95)),
                    millis(found.latencies().quantile(0.99)),
                    number("%.3f %%", 100 * found.coldShare()),
                    number("%.2f", found.meanPods()),
                    Integer.toString(found.mostPods()),
                    number("%.1f", row.podHours()),
                    number("%.2f", prices.of(row.of().software(), row.podHours())));
        }
        return table;
    }

    private static String millis(double value) {
        return number(value < 10 ? "%.1f" : "%.0f", value);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
