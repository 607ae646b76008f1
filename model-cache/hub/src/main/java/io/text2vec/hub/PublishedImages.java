package io.text2vec.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The table of published images, from {@code published-images.txt} beside this class. */
public final class PublishedImages {
    private static final String FILE = "published-images.txt";

    /** What may follow a tag: the newest, a version, or the commit it was built from. */
    private static final Pattern VERSION = Pattern.compile("latest|v?\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?|[0-9a-f]{7}");

    private final Map<String, PublishedImage> images = new LinkedHashMap<>();
    private final Map<String, String> refusedTags = new LinkedHashMap<>();
    private final Map<String, String> refusedModels = new LinkedHashMap<>();

    private PublishedImages(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                read(line.split(" \\| "));
            }
        }
    }

    private void read(String[] fields) {
        if (fields[2].equals("refused")) {
            refusedTags.put(fields[0], fields[3]);
            refusedModels.put(fields[1], fields[3]);
            return;
        }
        String[] path = fields[2].split("\\+");
        images.put(
                fields[0],
                new PublishedImage(
                        fields[0],
                        fields[1],
                        ReferencePath.of(path[0]),
                        path.length > 1,
                        Integer.parseInt(fields[3]),
                        Integer.parseInt(fields[4]),
                        Integer.parseInt(fields[5]),
                        fields[6],
                        fields[7].equals("-") ? Optional.empty() : Optional.of(fields[7])));
    }

    /** Reads the table. */
    public static PublishedImages read() {
        try (InputStream in = PublishedImages.class.getResourceAsStream(FILE)) {
            return new PublishedImages(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
    }

    /** All that are served, in the order of the table. */
    public List<PublishedImage> all() {
        return List.copyOf(images.values());
    }

    /**
     * The image of a tag with or without {@code -latest}, a version or a commit.
     *
     * @throws HubException.NotSupported if the table refuses it, with its reason
     */
    Optional<PublishedImage> find(String tag) {
        String known = known(tag);
        String reason = refusedTags.get(known);
        if (reason != null) {
            throw new HubException.NotSupported("The image " + known + " can't be replaced: " + reason);
        }
        return Optional.ofNullable(images.get(known));
    }

    /** @throws HubException.NotSupported if the table refuses a model by its id, with its reason */
    void check(String model) {
        String reason = refusedModels.get(model);
        if (reason != null) {
            throw new HubException.NotSupported("The model " + model + " can't be used: " + reason);
        }
    }

    /** Tags that hold a word, for messages; at most six. */
    List<String> like(String word) {
        List<String> found = new ArrayList<>();
        for (String tag : images.keySet()) {
            if (tag.contains(word) && found.size() < 6) {
                found.add(tag);
            }
        }
        return found;
    }

    /** The longest tag of the table that this one is, or is a version of; the tag itself if there is none. */
    private String known(String tag) {
        String longest = tag;
        int length = -1;
        for (Map<String, ?> table : List.of(images, refusedTags)) {
            for (String candidate : table.keySet()) {
                if (candidate.length() > length && isVersion(tag, candidate)) {
                    longest = candidate;
                    length = candidate.length();
                }
            }
        }
        return longest;
    }

    private static boolean isVersion(String tag, String of) {
        return tag.equals(of)
                || tag.startsWith(of + "-")
                        && VERSION.matcher(tag.substring(of.length() + 1)).matches();
    }
}
