package io.text2vec.collections.write;

import java.util.List;
import java.util.Map;

/** Films, whose vectors are made of their titles. */
final class FilmClass {
    static final Map<String, Object> JSON = Map.of(
            "class",
            "Film",
            "vectorizer",
            "text2vec-transformers",
            "moduleConfig",
            Map.of("text2vec-transformers", Map.of("vectorizeClassName", false)),
            "properties",
            List.of(
                    Map.of("name", "title", "dataType", List.of("text")),
                    Map.of("name", "year", "dataType", List.of("int"))));

    private FilmClass() {}
}
