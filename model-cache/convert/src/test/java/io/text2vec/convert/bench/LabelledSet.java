package io.text2vec.convert.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts to be found, what is asked for, and which text answers which question, in the layout that retrieval benchmarks use:
 * {@code corpus.jsonl}, {@code queries.jsonl} and {@code qrels.tsv}.
 *
 * @param documents texts by id
 * @param queries texts by id, of those that have labels
 * @param labels by query and document: 0 is of no use, more is better
 */
record LabelledSet(
        Map<String, String> documents, Map<String, String> queries, Map<String, Map<String, Double>> labels) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COLUMNS = 3;

    static LabelledSet read(Path directory) throws IOException {
        Map<String, Map<String, Double>> labels = new HashMap<>();
        List<String> lines = Files.readAllLines(directory.resolve("qrels.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split("\t", COLUMNS);
            labels.computeIfAbsent(parts[0], _ -> new HashMap<>()).put(parts[1], Double.parseDouble(parts[2]));
        }
        Map<String, String> queries = texts(directory.resolve("queries.jsonl"));
        queries.keySet().retainAll(labels.keySet());
        return new LabelledSet(texts(directory.resolve("corpus.jsonl")), queries, labels);
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode item = JSON.readTree(line);
            String title = item.path("title").asText();
            String text = item.path("text").asText();
            texts.put(item.path("_id").asText(), title.isEmpty() ? text : title + " " + text);
        }
        return texts;
    }
}
