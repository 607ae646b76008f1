package io.text2vec.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The picture of the modules in {@code docs/architecture.md}. A box is a module, named by its id or, where it has one, by
 * its label; a label of several names is a box of several modules, which have its arrows alike.
 *
 * @param groups the modules by the subgraph that they are drawn in
 * @param arrows each between two modules
 */
record Picture(Map<String, Set<String>> groups, Set<Arrow> arrows) {
    private static final Pattern FENCE = Pattern.compile("```mermaid\\Rflowchart LR\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern GROUP = Pattern.compile("subgraph (\\S+)");
    private static final Pattern BOX = Pattern.compile("([\\w-]+)(?:\\[([\\w-]+(?:, [\\w-]+)*)])?");
    private static final Pattern ARROWS =
            Pattern.compile("([\\w-]+(?: & [\\w-]+)*) (-->|-\\.->) ([\\w-]+(?: & [\\w-]+)*)");

    static Picture of(Path document) throws IOException {
        Matcher fence = FENCE.matcher(Files.readString(document));
        if (!fence.find()) {
            throw new IllegalArgumentException(
                    "Expected a Mermaid flowchart from left to right in " + document + ", found none.");
        }
        return read(fence.group(1).lines().map(String::strip).toList());
    }

    static Picture read(List<String> lines) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        Map<String, List<String>> boxes = new HashMap<>();
        List<Matcher> drawn = new ArrayList<>();
        Set<String> open = null;
        for (String line : lines) {
            Matcher group = GROUP.matcher(line);
            Matcher box = BOX.matcher(line);
            Matcher arrows = ARROWS.matcher(line);
            if (group.matches()) {
                open = groups.computeIfAbsent(group.group(1), _ -> new LinkedHashSet<>());
            } else if (line.equals("end")) {
                open = null;
            } else if (box.matches() && open != null) {
                List<String> modules = List.of((box.group(2) == null ? box.group(1) : box.group(2)).split(", "));
                boxes.put(box.group(1), modules);
                open.addAll(modules);
            } else if (arrows.matches()) {
                drawn.add(arrows);
            } else {
                throw new IllegalArgumentException(
                        "Expected a subgraph, a box in one, its end, or arrows between boxes in the picture; found: "
                                + line);
            }
        }
        return new Picture(groups, arrows(drawn, boxes));
    }

    private static Set<Arrow> arrows(List<Matcher> drawn, Map<String, List<String>> boxes) {
        Set<Arrow> all = new LinkedHashSet<>();
        for (Matcher line : drawn) {
            boolean dotted = line.group(2).equals("-.->");
            for (String from : modules(line.group(1), boxes)) {
                for (String to : modules(line.group(3), boxes)) {
                    if (!all.add(new Arrow(from, to, dotted)) || all.contains(new Arrow(from, to, !dotted))) {
                        throw new IllegalArgumentException(
                                "Expected one arrow from " + from + " to " + to + " in the picture, found two.");
                    }
                }
            }
        }
        return all;
    }

    private static List<String> modules(String ids, Map<String, List<String>> boxes) {
        List<String> all = new ArrayList<>();
        for (String id : ids.split(" & ")) {
            if (!boxes.containsKey(id)) {
                throw new IllegalArgumentException(
                        "Expected each arrow between boxes of subgraphs, found one at: " + id);
            }
            all.addAll(boxes.get(id));
        }
        return all;
    }

    Set<String> modules() {
        Set<String> all = new LinkedHashSet<>();
        groups.values().forEach(all::addAll);
        return all;
    }
}
