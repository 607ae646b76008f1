package io.text2vec.cli;

import java.util.Optional;

/** The front matter of a model card: the lines between two {@code ---} at the beginning of {@code README.md}. */
record ModelCard(String text) {
    private static final String FENCE = "---";

    /** The licence; its own name where the card says {@code other}. */
    Optional<String> licence() {
        Optional<String> licence = field("license");
        return licence.filter("other"::equals).isPresent()
                ? field("license_name").or(() -> licence)
                : licence;
    }

    private Optional<String> field(String name) {
        var lines = text.lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(FENCE)) {
            return Optional.empty();
        }
        return lines.stream()
                .skip(1)
                .takeWhile(line -> !line.equals(FENCE))
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip().replaceAll("^[\"']|[\"']$", ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
