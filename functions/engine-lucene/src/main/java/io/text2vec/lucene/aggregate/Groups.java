package io.text2vec.lucene.aggregate;

import io.text2vec.lucene.aggregate.Documents.Builder;
import io.text2vec.lucene.aggregate.Documents.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which documents belong to groups, each of which has a key. */
final class Groups {
    private final long[] keys;

    Groups(List<Counted> counted) {
        keys = counted.stream().mapToLong(Counted::key).sorted().toArray();
    }

    /**
     * The documents of each group. A list of values puts a document in several of them.
     *
     * @return by the ascending order of the keys
     */
    List<Documents> of(Values values) throws IOException {
        List<List<Part>> parts = new ArrayList<>();
        long[] counts = new long[keys.length];
        for (int group = 0; group < keys.length; group++) {
            parts.add(new ArrayList<>());
        }
        for (Part part : values.documents().parts()) {
            Builder[] builders = new Builder[keys.length];
            int base = part.segment().docBase;
            new Values(new Documents(List.of(part), 0), values.property()).eachOnce((document, key) -> {
                int group = Arrays.binarySearch(keys, key);
                if (group >= 0) {
                    if (builders[group] == null) {
                        builders[group] = new Builder(part.segment());
                    }
                    builders[group].add(document - base);
                }
            });
            for (int group = 0; group < keys.length; group++) {
                if (builders[group] != null) {
                    parts.get(group).add(new Part(part.segment(), builders[group].build()));
                    counts[group] += builders[group].count();
                }
            }
        }
        List<Documents> groups = new ArrayList<>();
        for (int group = 0; group < keys.length; group++) {
            groups.add(new Documents(parts.get(group), counts[group]));
        }
        return groups;
    }

    /** Where the group of a key stands among {@link #of}. */
    int at(long key) {
        return Arrays.binarySearch(keys, key);
    }
}
