package io.text2vec.weaviate.graphql;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.UuidText;
import io.text2vec.collections.query.Cutoff;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchedProperty;
import io.text2vec.collections.query.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what ranks the objects. */
final class SearchArguments {
    private static final double ALPHA = 0.75;
    private static final String BEACON = "weaviate://localhost/";

    private SearchArguments() {}

    /** @throws Invalid if there is more than one search, or it contradicts itself */
    static Search read(Arguments arguments) {
        List<Search> searches = new ArrayList<>();
        arguments.object("nearVector").ifPresent(near -> searches.add(near(vector(near), near)));
        arguments.object("nearObject").ifPresent(near -> searches.add(near(new Source.ObjectOf(id(near)), near)));
        arguments.object("nearText").ifPresent(near -> searches.add(near(texts(near), near)));
        arguments.object("bm25").ifPresent(words -> searches.add(keyword(words)));
        arguments.object("hybrid").ifPresent(both -> searches.add(hybrid(both)));
        if (searches.size() > 1) {
            throw new Invalid("A query takes one search, not " + searches.size() + ".");
        }
        return searches.isEmpty() ? new Search.Fetch() : searches.getFirst();
    }

    private static Search near(Source source, Arguments near) {
        if (near.has("distance") && near.has("certainty")) {
            throw new Invalid("A search takes a distance or a certainty, not both.");
        }
        Optional<Cutoff> cutoff = near.has("distance")
                ? Optional.of(new Cutoff.Distance(near.number("distance").getAsDouble()))
                : near.number("certainty").stream()
                        .<Cutoff>mapToObj(Cutoff.Certainty::new)
                        .findFirst();
        return new Search.Near(source, TargetArguments.read(near, Optional.of(source)), cutoff);
    }

    private static Source vector(Arguments near) {
        if (near.has("vector") == near.has("vectorPerTarget")) {
            throw new Invalid("nearVector needs a vector or a vectorPerTarget, one of them.");
        }
        return near.has("vector")
                ? new Source.Vector(near.vector("vector").get())
                : TargetArguments.vectors(near.all().get("vectorPerTarget"));
    }

    private static Source texts(Arguments near) {
        return new Source.Texts(
                near.texts("concepts"),
                near.object("moveTo").map(SearchArguments::move),
                near.object("moveAwayFrom").map(SearchArguments::move));
    }

    private static Source.Move move(Arguments move) {
        return new Source.Move(
                move.number("force").orElse(0),
                move.texts("concepts"),
                move.objects("objects").stream().map(SearchArguments::id).toList());
    }

    /** Of an object that is named by its id, or by a beacon that ends with it. */
    private static UUID id(Arguments object) {
        String text = object.text("id")
                .or(() -> object.text("beacon")
                        .filter(beacon -> beacon.startsWith(BEACON))
                        .map(beacon -> beacon.substring(beacon.lastIndexOf('/') + 1)))
                .orElseThrow(() -> new Invalid("An object to be near to needs an id, or a beacon."));
        return UuidText.read(text).orElseThrow(() -> new Invalid("An id must be a UUID of 36 characters."));
    }

    private static Search keyword(Arguments words) {
        return new Search.Keyword(
                words.text("query").orElse(""),
                SearchedProperty.read(words.texts("properties")),
                match(words, "searchOperator"));
    }

    private static Search hybrid(Arguments both) {
        Optional<Arguments> near = sub(both);
        Optional<Source> source = both.vector("vector")
                .<Source>map(Source.Vector::new)
                .or(() -> near.map(some -> some.has("concepts") ? texts(some) : vector(some)));
        return new Search.Hybrid(
                both.text("query").orElse(""),
                SearchedProperty.read(both.texts("properties")),
                match(both, "bm25SearchOperator"),
                both.number("alpha").orElse(ALPHA),
                both.text("fusionType").filter("rankedFusion"::equals).isPresent()
                        ? Search.Fusion.RANKED
                        : Search.Fusion.RELATIVE_SCORE,
                source,
                TargetArguments.read(both, source),
                both.has("maxVectorDistance")
                        ? both.number("maxVectorDistance")
                        : near.map(some -> some.number("distance")).orElse(OptionalDouble.empty()));
    }

    /** What a hybrid search is near to, if it says so apart. */
    private static Optional<Arguments> sub(Arguments hybrid) {
        List<Arguments> searches = hybrid.objects("searches").stream()
                .flatMap(search -> Stream.of("nearText", "nearVector").flatMap(name -> search.object(name).stream()))
                .toList();
        if (searches.size() + (hybrid.has("vector") ? 1 : 0) > 1) {
            throw new Invalid("A hybrid search takes a vector, a nearText or a nearVector, only one of them.");
        }
        Optional<Arguments> near = searches.stream().findFirst();
        if (near.filter(some -> some.has("certainty") || some.has("targetVectors") || some.has("targets"))
                .isPresent()) {
            throw new Invalid(
                    "What is in searches of hybrid takes a distance, and no certainty; targets stand beside it.");
        }
        return near;
    }

    private static Match match(Arguments search, String name) {
        return search.object(name)
                .map(operator -> operator.text("operator").filter("And"::equals).isPresent()
                        ? new Match(Match.Operator.AND, OptionalInt.empty())
                        : new Match(Match.Operator.OR, operator.whole("minimumOrTokensMatch")))
                .orElse(Match.ANY);
    }
}
