package io.text2vec.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was pulled completely, written down so that the next start asks nobody. As text: the directory, the commit, then a
 * line of size and name for each file.
 *
 * @param directory where the files are
 */
record Receipt(Path directory, String commit, List<Entry> files) {

    record Entry(String name, long size) {}

    static Receipt of(Path directory, String commit, List<String> names) throws IOException {
        List<Entry> files = new ArrayList<>();
        for (String name : names) {
            files.add(new Entry(name, Files.size(directory.resolve(name))));
        }
        return new Receipt(directory, commit, files);
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(directory + "\n" + commit + "\n");
        for (Entry entry : files) {
            text.append(entry.size()).append(' ').append(entry.name()).append('\n');
        }
        Placed.write(file, text.toString());
    }

    /** Empty if there is none, if it can't be understood, or if a file is not there any more in its size. */
    static Optional<Receipt> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            Path directory = Path.of(lines.get(0));
            List<Entry> files = new ArrayList<>();
            for (String line : lines.subList(2, lines.size())) {
                int blank = line.indexOf(' ');
                Entry entry = new Entry(line.substring(blank + 1), Long.parseLong(line.substring(0, blank)));
                if (Files.size(directory.resolve(entry.name())) != entry.size()) {
                    return Optional.empty();
                }
                files.add(entry);
            }
            return Optional.of(new Receipt(directory, lines.get(1), files));
        } catch (IOException | RuntimeException lost) {
            return Optional.empty(); // pulled again, which costs no file that is still there
        }
    }

    List<String> names() {
        return files.stream().map(Entry::name).toList();
    }
}
