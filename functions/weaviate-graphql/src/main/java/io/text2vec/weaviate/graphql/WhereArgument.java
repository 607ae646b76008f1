package io.text2vec.weaviate.graphql;

import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.WhereJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code where}. In the schema each of its values is a list, so that one value and several can be given. */
final class WhereArgument {
    private WhereArgument() {}

    static Optional<Filter> read(Arguments arguments) {
        return arguments.object("where").map(where -> WhereJson.read(json(where.all())));
    }

    private static Map<String, Object> json(Map<?, ?> where) {
        boolean many = where.get("operator") instanceof String operator && operator.startsWith("Contains");
        Map<String, Object> json = new LinkedHashMap<>();
        where.forEach((key, value) -> json.put(key.toString(), json(key.toString(), value, many)));
        return json;
    }

    private static Object json(String name, Object value, boolean many) {
        if (name.equals("operands") && value instanceof List<?> operands) {
            return operands.stream().map(each -> json((Map<?, ?>) each)).toList();
        }
        boolean one = name.startsWith("value") && !many && value instanceof List<?> list && list.size() == 1;
        return one ? ((List<?>) value).getFirst() : value;
    }
}
