package io.text2vec.weaviate.rest;

import io.text2vec.collections.object.Beacons;
import java.util.List;
import java.util.Map;

/** References in JSON: {@code {"beacon":"weaviate://localhost/Film/<id>"}}. */
final class ReferenceBody {
    static final String EXAMPLE = "{\"beacon\":\"weaviate://localhost/Film/00000000-0000-0000-0000-000000000001\"}";

    private ReferenceBody() {}

    static Beacons.Given read(Map<String, Object> json) {
        return Beacons.read(Call.needed(Call.text(json, "beacon"), "beacon"));
    }

    static List<Beacons.Given> readAll(List<Map<String, Object>> json) {
        return json.stream().map(ReferenceBody::read).toList();
    }
}
