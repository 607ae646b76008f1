package io.text2vec.collections.function;

import io.text2vec.collections.query.Cutoff;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchedProperty;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Targets;
import io.text2vec.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;

/** The searches of the function {@code search}. Where only the text matters, a search is that text. */
final class SearchFields {
    /** Weight of the vector's side, as Weaviate has it in GraphQL. */
    private static final double ALPHA = 0.75;

    private SearchFields() {}

    static Search.Near nearText(Object given, Targets targets) {
        if (given instanceof String text) {
            return new Search.Near(texts(List.of(text)), targets, Optional.empty());
        }
        Fields fields =
                fields("nearText", given, Set.of("concepts", "distance", "certainty", "moveTo", "moveAwayFrom"));
        Optional<Cutoff> distance = fields.number("distance").map(Cutoff.Distance::new);
        Optional<Cutoff> certainty = fields.number("certainty").map(Cutoff.Certainty::new);
        if (distance.isPresent() && certainty.isPresent()) {
            throw Refusal.unprocessable("nearText takes a distance or a certainty, not both.");
        }
        return new Search.Near(
                new Source.Texts(fields.texts("concepts"), move(fields, "moveTo"), move(fields, "moveAwayFrom")),
                targets,
                distance.or(() -> certainty));
    }

    private static Source.Texts texts(List<String> concepts) {
        return new Source.Texts(concepts, Optional.empty(), Optional.empty());
    }

    private static Optional<Source.Move> move(Fields parent, String name) {
        return parent.object(name).map(given -> {
            Fields fields = new Fields("nearText." + name, given, Set.of("force", "concepts", "objects"));
            List<UUID> objects = new ArrayList<>();
            for (Object each : fields.list("objects")) {
                objects.add(fields("nearText." + name + ".objects", each, Set.of("id"))
                        .uuid("id")
                        .orElseThrow(() -> Refusal.unprocessable("nearText." + name + ".objects need an id each.")));
            }
            return new Source.Move(fields.number("force").orElse(0.0), fields.texts("concepts"), objects);
        });
    }

    static Search.Keyword bm25(Object given) {
        if (given instanceof String query) {
            return new Search.Keyword(query, List.of(), Match.ANY);
        }
        Fields fields = fields("bm25", given, Set.of("query", "properties"));
        return new Search.Keyword(fields.needed("query"), properties(fields), Match.ANY);
    }

    static Search.Hybrid hybrid(Object given, Targets targets) {
        Fields fields = given instanceof String query
                ? new Fields("hybrid", Map.of("query", query), Set.of("query"))
                : fields("hybrid", given, Set.of("query", "alpha", "properties", "fusionType", "vector"));
        return new Search.Hybrid(
                fields.text("query").orElse(""),
                properties(fields),
                Match.ANY,
                fields.number("alpha").orElse(ALPHA),
                fusion(fields.text("fusionType")),
                fields.vector("vector").map(Source.Vector::new),
                targets,
                OptionalDouble.empty());
    }

    private static Search.Fusion fusion(Optional<String> word) {
        return switch (word.orElse("relativeScoreFusion")) {
            case "relativeScoreFusion" -> Search.Fusion.RELATIVE_SCORE;
            case "rankedFusion" -> Search.Fusion.RANKED;
            default -> throw Refusal.unprocessable("hybrid.fusionType is relativeScoreFusion or rankedFusion.");
        };
    }

    /** {@code title^2} counts the property twice. */
    private static List<SearchedProperty> properties(Fields fields) {
        List<SearchedProperty> properties = new ArrayList<>();
        for (String named : fields.texts("properties")) {
            int boost = named.indexOf('^');
            try {
                properties.add(
                        boost < 0
                                ? new SearchedProperty(named, 1)
                                : new SearchedProperty(
                                        named.substring(0, boost), Float.parseFloat(named.substring(boost + 1))));
            } catch (NumberFormatException none) {
                throw Refusal.unprocessable("A property's boost is a number behind its name, such as title^2.");
            }
        }
        return properties;
    }

    private static Fields fields(String where, Object given, Set<String> known) {
        if (!(given instanceof Map<?, ?> object)) {
            throw Refusal.unprocessable(where + " must be an object" + (where.contains(".") ? "." : " or a string."));
        }
        return new Fields(where, object, known);
    }
}
