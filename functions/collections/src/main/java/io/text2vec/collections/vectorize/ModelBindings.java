package io.text2vec.collections.vectorize;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which models a collection's vectors are of, as an engine remembers it.
 *
 * @param models by their places
 */
/*
 * A line each: "<words> <fingerprint>" is what holds for every vector and task, as it was written before there was anything
 * else. "@<vector>/<task> <words> <fingerprint>" is a vector's own, or that of one task alone; each may be empty, not both.
 */
record ModelBindings(Map<String, String> models) {
    private static final String EVERY = "";
    private static final char MARK = '@';

    ModelBindings {
        models = Map.copyOf(models);
    }

    static ModelBindings read(Optional<String> remembered) {
        Map<String, String> models = new LinkedHashMap<>();
        remembered.ifPresent(
                text -> text.lines().filter(line -> !line.isBlank()).forEach(line -> {
                    int end = line.charAt(0) == MARK ? line.indexOf(' ') : -1;
                    models.put(end < 0 ? EVERY : line.substring(0, end), line.substring(end + 1));
                }));
        return new ModelBindings(models);
    }

    /** The model that a scope's vectors are of, if they are bound. */
    Optional<String> of(ModelScope scope) {
        return Optional.ofNullable(models.get(place(scope.vector(), scope.task())))
                .or(() -> Optional.ofNullable(models.get(place(scope.vector(), ""))));
    }

    ModelBindings with(ModelScope scope, String model) {
        Map<String, String> more = new LinkedHashMap<>(models);
        more.put(place(scope.vector(), scope.apart() ? scope.task() : ""), model);
        return new ModelBindings(more);
    }

    private static String place(String vector, String task) {
        return vector.isEmpty() && task.isEmpty() ? EVERY : MARK + vector + "/" + task;
    }

    String write() {
        return models.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey().isEmpty() ? each.getValue() : each.getKey() + " " + each.getValue())
                .collect(Collectors.joining("\n"));
    }
}
