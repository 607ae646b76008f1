package io.text2vec.bench.report;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table whose columns line up. */
public final class Table {
    private final List<String[]> rows = new ArrayList<>();

    public Table(String... head) {
        rows.add(head);
    }

    /** Adds a row with as many cells as the head. */
    public void row(String... cells) {
        if (cells.length != rows.getFirst().length) {
            throw new IllegalArgumentException(
                    "A row of " + cells.length + " cells under a head of " + rows.getFirst().length);
        }
        rows.add(cells);
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            append(table, rows.get(r), widths, ' ');
            if (r == 0) {
                append(table, new String[widths.length], widths, '-');
            }
        }
        return table.toString();
    }

    private static void append(StringBuilder table, String[] cells, int[] widths, char filler) {
        for (int i = 0; i < widths.length; i++) {
            String cell = cells[i] == null ? "" : cells[i];
            table.append("| ")
                    .append(cell)
                    .repeat(filler, widths[i] - cell.length())
                    .append(' ');
        }
        table.append("|\n");
    }
}
