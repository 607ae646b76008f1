package io.text2vec.bench.autoscaler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rows as an SVG: for each traffic its requests, the pods of each software that scales to zero and of the first one
 * that is always on, and which share of the requests took longer than what.
 */
final class Plot {
    private static final List<String> COLOURS = List.of("#1b6ca8", "#2a9d58", "#c8553d", "#7b4b94", "#b8860b");
    private static final String ALWAYS_ON = "#888888";
    private static final int WIDTH = 290;
    private static final int HEIGHT = 130;
    private static final int ACROSS = 360;
    private static final int DOWN = 200;
    private static final int LEFT = 55;
    private static final int TOP = 60;

    /** Decades of a share that are drawn, and of milliseconds from the first one on. */
    private static final int SHARES = 4;

    private static final int TIMES = 5;

    private final StringBuilder out = new StringBuilder();

    private record Curve(String colour, double[] values) {}

    private Plot() {}

    static String of(List<Row> rows) {
        return new Plot().drawn(rows);
    }

    private String drawn(List<Row> rows) {
        List<Traffic> days =
                rows.stream().map(row -> row.of().traffic()).distinct().toList();
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">",
                3 * ACROSS + 20, TOP + days.size() * DOWN);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        legend(rows);
        for (int day = 0; day < days.size(); day++) {
            Traffic traffic = days.get(day);
            List<Row> here = rows.stream()
                    .filter(row -> row.of().traffic().equals(traffic))
                    .toList();
            int y = TOP + day * DOWN;
            requests(traffic, y);
            pods(traffic, here, y);
            slower(here, y);
        }
        add("</svg>");
        return out.toString();
    }

    private void legend(List<Row> rows) {
        List<String> names =
                rows.stream().map(row -> row.of().software().name()).distinct().toList();
        int x = LEFT;
        for (int i = 0; i < names.size(); i++) {
            x = legend(x, colour(i), names.get(i) + ", to zero");
        }
        legend(x, ALWAYS_ON, names.getFirst() + ", for the peak");
    }

    private int legend(int x, String colour, String text) {
        add("<line x1=\"%d\" y1=\"16\" x2=\"%d\" y2=\"16\" stroke=\"%s\" stroke-width=\"3\"/>", x, x + 22, colour);
        add("<text x=\"%d\" y=\"20\">%s</text>", x + 27, escaped(text));
        return x + 45 + 7 * text.length();
    }

    private void requests(Traffic traffic, int y) {
        int[] counts = traffic.perSecond();
        double[] rate = new double[Math.min(288, counts.length)];
        int part = Math.max(1, counts.length / Math.max(1, rate.length));
        for (int second = 0; second < part * rate.length; second++) {
            rate[second / part] += counts[second] / (double) part;
        }
        linear(LEFT, y, traffic.name() + ": requests a second", traffic.hours(), List.of(new Curve("#444444", rate)));
    }

    private void pods(Traffic traffic, List<Row> rows, int y) {
        List<Curve> curves = new ArrayList<>();
        int colour = 0;
        for (Row row : rows) {
            if (row.of().policy() == Policy.TO_ZERO) {
                curves.add(new Curve(colour(colour++), row.outcome().curve()));
            }
        }
        alwaysOn(rows)
                .ifPresent(row -> curves.add(new Curve(ALWAYS_ON, row.outcome().curve())));
        linear(LEFT + ACROSS, y, "pods", traffic.hours(), curves.reversed());
    }

    private static Optional<Row> alwaysOn(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.of().policy() == Policy.ALWAYS_ON)
                .findFirst();
    }

    private void linear(int x, int y, String title, double hours, List<Curve> curves) {
        double most = 1;
        for (Curve curve : curves) {
            for (double value : curve.values()) {
                most = Math.max(most, value);
            }
        }
        frame(x, y, title);
        tick(x - 4, y + 4, "end", most < 10 ? "%.1f".formatted(most) : "%.0f".formatted(most));
        tick(x - 4, y + HEIGHT, "end", "0");
        tick(x, y + HEIGHT + 13, "middle", "0 h");
        tick(x + WIDTH, y + HEIGHT + 13, "middle", "%.0f h".formatted(hours));
        for (Curve curve : curves) {
            StringBuilder points = new StringBuilder();
            for (int i = 0; i < curve.values().length; i++) {
                point(
                        points,
                        x + WIDTH * (i + 0.5) / curve.values().length,
                        y + HEIGHT * (1 - curve.values()[i] / most));
            }
            polyline(points, curve.colour());
        }
    }

    private void slower(List<Row> rows, int y) {
        int x = LEFT + 2 * ACROSS;
        frame(x, y, "share of the requests that took longer");
        for (int decade = 0; decade <= SHARES; decade++) {
            tick(
                    x - 4,
                    y + 4 + HEIGHT * decade / SHARES,
                    "end",
                    List.of("1", "0.1", "0.01", "1e-3", "1e-4").get(decade));
        }
        for (int decade = 0; decade <= TIMES; decade++) {
            String time =
                    List.of("1 ms", "10 ms", "0.1 s", "1 s", "10 s", "100 s").get(decade);
            tick(x + WIDTH * decade / TIMES, y + HEIGHT + 13, "middle", time);
        }
        alwaysOn(rows).ifPresent(row -> slower(row, x, y, ALWAYS_ON));
        int colour = 0;
        for (Row row : rows) {
            if (row.of().policy() == Policy.TO_ZERO) {
                slower(row, x, y, colour(colour++));
            }
        }
    }

    private void slower(Row row, int x, int y, String colour) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i <= WIDTH; i += 2) {
            double share = row.outcome().latencies().slower(Math.pow(10, (double) TIMES * i / WIDTH));
            double down = share <= 0 ? SHARES : Math.min(SHARES, -Math.log10(share));
            point(points, x + i, y + HEIGHT * down / SHARES);
        }
        polyline(points, colour);
    }

    private void frame(int x, int y, String title) {
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#cccccc\"/>",
                x, y, WIDTH, HEIGHT);
        add("<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>", x, y - 8, escaped(title));
    }

    private void tick(int x, int y, String anchor, String text) {
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"9\">%s</text>", x, y, anchor, text);
    }

    private void polyline(StringBuilder points, String colour) {
        add("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.3\" points=\"%s\"/>", colour, points);
    }

    private static void point(StringBuilder points, double x, double y) {
        points.append(String.format(Locale.ROOT, "%.0f,%.1f ", x, y));
    }

    private void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String colour(int which) {
        return COLOURS.get(which % COLOURS.size());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
