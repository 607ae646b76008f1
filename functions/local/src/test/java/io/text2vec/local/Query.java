package io.text2vec.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PromQL query asks for: its metrics with their label matchers, and the labels that it groups by. Functions, operators,
 * numbers and ranges are stepped over; whether it makes sense is not looked at.
 */
record Query(List<Selector> selectors, Set<String> grouped) {
    private static final Pattern TOKEN =
            Pattern.compile("\\[[^]]*]|\\{[^}]*}|[a-zA-Z_:][a-zA-Z0-9_:]*|\"[^\"]*\"|[0-9.]+[a-z]*|\\S");

    private static final Pattern MATCHER = Pattern.compile("\\s*([a-zA-Z_]\\w*)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"\\s*");
    private static final Set<String> GROUPING = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    /** What stands behind the name of a function. */
    private static final Set<String> ARGUMENTS = Set.of("(", "by", "without");

    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "offset", "bool");

    /** A metric, and what its series are chosen by. */
    record Selector(String metric, List<Match> matches) {}

    /** A label's matcher; the operator is one of {@code =}, {@code !=}, {@code =~}, {@code !~}. */
    record Match(String label, String operator, String value) {

        boolean takes(Map<String, String> labels) {
            String has = labels.getOrDefault(label, "");
            return switch (operator) {
                case "=" -> has.equals(value);
                case "!=" -> !has.equals(value);
                case "=~" -> has.matches(value);
                default -> !has.matches(value);
            };
        }
    }

    static Query parse(String text) {
        List<String> tokens =
                TOKEN.matcher(text).results().map(token -> token.group()).toList();
        List<Selector> selectors = new ArrayList<>();
        Set<String> grouped = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
            if (GROUPING.contains(token)) {
                for (i += 2; !tokens.get(i).equals(")"); i++) {
                    if (!tokens.get(i).equals(",")) {
                        grouped.add(tokens.get(i));
                    }
                }
            } else if (Character.isLetter(token.charAt(0)) && !ARGUMENTS.contains(next) && !OPERATORS.contains(token)) {
                selectors.add(new Selector(token, next.startsWith("{") ? matches(next) : List.of()));
            }
        }
        return new Query(selectors, grouped);
    }

    private static List<Match> matches(String braces) {
        List<Match> matches = new ArrayList<>();
        Matcher each = MATCHER.matcher(braces.substring(1, braces.length() - 1));
        int end = 0;
        while (each.find()) {
            matches.add(new Match(each.group(1), each.group(2), each.group(3)));
            end = each.end();
        }
        if (matches.isEmpty() || end != braces.length() - 2) {
            throw new IllegalArgumentException("Can't read " + braces);
        }
        return matches;
    }
}
