package io.text2vec.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an application said at {@code /q/metrics}: the labels of each series by the name of its metric. */
record Exposition(Map<String, List<Map<String, String>>> series) {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+(?: \\S+)*");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    static Exposition read(List<String> texts) {
        Map<String, List<Map<String, String>>> series = new HashMap<>();
        for (String text : texts) {
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                Matcher parts = LINE.matcher(line);
                if (!parts.matches()) {
                    throw new IllegalArgumentException("Can't read the line " + line);
                }
                Map<String, String> labels = new HashMap<>();
                if (parts.group(2) != null) {
                    LABEL.matcher(parts.group(2))
                            .results()
                            .forEach(label -> labels.put(label.group(1), label.group(2)));
                }
                series.computeIfAbsent(parts.group(1), name -> new ArrayList<>())
                        .add(labels);
            });
        }
        return new Exposition(series);
    }
}
