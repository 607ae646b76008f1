package io.text2vec.collections.vectorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.MemoryEngine;
import io.text2vec.collections.filter.FilterLimits;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchRequest;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.query.Targets.Combination;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.read.EmbeddingReads;
import io.text2vec.collections.read.QueryLimits;
import io.text2vec.collections.schema.SchemaService;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.collections.write.EmbeddingWrites;
import io.text2vec.collections.write.ObjectInput;
import io.text2vec.collections.write.WriteSettings;
import io.text2vec.collections.write.Writes.Outcome;
import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who makes which vector, and which models a collection takes. */
class VectorizersApartTest {
    private static final String URL = "http://vectors:8080";

    private final MemoryEngine engine = new MemoryEngine();
    private final SchemaService schema = new SchemaService(engine, SchemaSettings.DEFAULTS);
    private final BoundModel models = new BoundModel(engine);
    private final CountingEmbedder here = new CountingEmbedder("here");
    private final CountingEmbedder contexts = new CountingEmbedder("contexts");
    private final CountingEmbedder questions = new CountingEmbedder("questions");

    private EmbeddingWrites writes(VectorRequests requests) {
        return new EmbeddingWrites(
                engine,
                schema,
                requests,
                models,
                VectorizeSettings.DEFAULTS,
                new WriteSettings(8, 100, FilterLimits.DEFAULT),
                InstantSource.system());
    }

    private EmbeddingReads reads(VectorRequests requests) {
        return new EmbeddingReads(engine, schema, requests, models, QueryLimits.DEFAULTS);
    }

    private static ObjectInput object(String title) {
        return new ObjectInput("Film", Optional.empty(), Optional.empty(), Map.of("title", title), Map.of());
    }

    private static SearchRequest near(String text, String... targets) {
        return new SearchRequest(
                "Film",
                Optional.empty(),
                new Search.Near(
                        new Source.Texts(List.of(text), Optional.empty(), Optional.empty()),
                        new Targets(List.of(targets), Combination.MINIMUM, Map.of()),
                        Optional.empty()),
                Optional.empty(),
                OptionalInt.empty(),
                0,
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Wanted.NOTHING);
    }

    private void film(Map<String, Object> settings) {
        schema.create(Map.of(
                "class",
                "Film",
                "vectorizer",
                "text2vec-transformers",
                "moduleConfig",
                Map.of("text2vec-transformers", settings)));
    }

    private static VectorRequests pair(Embedder passages, Embedder queries, Embedder own) {
        return new KnownVectorizers()
                .common(EmbedRequest.PASSAGE, passages)
                .common(EmbedRequest.QUERY, queries)
                .beside(own);
    }

    @Test
    void passagesAndQueriesGoEachToTheirOwnVectorizer() {
        film(Map.of());
        VectorRequests requests = pair(contexts, questions, here);

        writes(requests).importAll(List.of(object("Jaws"), object("The Beach")));
        reads(requests).search(near("a shark"));

        assertThat(contexts.texts()).containsExactly("Film Jaws", "Film The Beach");
        assertThat(questions.texts()).containsExactly("a shark");
        assertThat(questions.asked().getFirst().getFirst().taskType()).contains("query");
        assertThat(here.texts()).isEmpty();
    }

    @Test
    void aClassNamesItsOwnBeforeTheCommonOne() {
        film(Map.of("passageInferenceUrl", URL, "queryInferenceUrl", URL + "/q"));
        VectorRequests requests = new KnownVectorizers()
                .at(URL, contexts)
                .at(URL + "/q", questions)
                .common(EmbedRequest.PASSAGE, here)
                .common(EmbedRequest.QUERY, here)
                .beside(here);

        writes(requests).insert(object("Jaws"));
        reads(requests).search(near("a shark"));

        assertThat(contexts.texts()).hasSize(1);
        assertThat(questions.texts()).hasSize(1);
        assertThat(here.texts()).isEmpty();
    }

    @Test
    void aPairHasTwoModelsAndEachStays() {
        film(Map.of());
        writes(pair(contexts, questions, here)).insert(object("Jaws"));
        reads(pair(contexts, questions, here)).search(near("a shark"));

        assertThatThrownBy(() -> writes(pair(questions, questions, here)).insert(object("Alien")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("model contexts")
                .hasMessageContaining("model questions");
        assertThatThrownBy(() -> reads(pair(contexts, contexts, here)).search(near("a shark")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("of a query");
        assertThatThrownBy(() -> reads(pair(here, here, here)).search(near("a shark")))
                .isInstanceOf(CollectionException.Invalid.class);
    }

    @Test
    void vectorsOfThisProcessAreNotComparedWithAnotherModelsQueries() {
        film(Map.of());
        writes(new KnownVectorizers().beside(here)).insert(object("Jaws"));

        assertThatThrownBy(() -> reads(pair(here, questions, here)).search(near("a shark")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("model here")
                .hasMessageContaining("model questions");
    }

    @Test
    void theSameModelElsewhereGoesOnWithACollectionOfThisProcess() {
        film(Map.of());
        writes(new KnownVectorizers().beside(here)).insert(object("Jaws"));
        CountingEmbedder same = new CountingEmbedder("here");

        writes(pair(same, same, questions)).insert(object("Alien"));
        reads(pair(same, same, questions)).search(near("a shark"));

        assertThat(same.texts()).hasSize(2);
    }

    @Test
    void namedVectorsMayHaveDifferentModels() {
        schema.create(Map.of(
                "class",
                "Film",
                "vectorConfig",
                Map.of(
                        "own",
                        Map.of("vectorizer", Map.of("text2vec-transformers", Map.of())),
                        "other",
                        Map.of("vectorizer", Map.of("text2vec-transformers", Map.of("inferenceUrl", URL))))));
        VectorRequests requests = new KnownVectorizers().at(URL, contexts).beside(here);

        List<Outcome> outcomes = writes(requests).importAll(List.of(object("Jaws")));
        reads(requests).search(near("a shark", "own", "other"));

        assertThat(outcomes).allMatch(Outcome.Stored.class::isInstance);
        assertThat(here.texts()).hasSize(2);
        assertThat(contexts.texts()).hasSize(2);
    }

    @Test
    void anAddressThatIsNotCalledIsRefusedWhenItIsUsedAndForItsObjectsAlone() {
        film(Map.of("inferenceUrl", URL));
        EmbeddingWrites writes = writes(new KnownVectorizers().beside(here));
        ObjectInput given = new ObjectInput(
                "Film", Optional.empty(), Optional.empty(), Map.of("title", "x"), Map.of("", new float[] {1}));

        List<Outcome> outcomes = writes.importAll(List.of(object("Jaws"), given));

        assertThat(outcomes.getFirst()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.why())
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(URL));
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void aTextThatItsVectorizerRefusesFailsAlone() {
        film(Map.of("inferenceUrl", URL));
        contexts.fail(request -> request.text().contains("bad")
                ? Optional.of(new EmbedException.BadInput("This text is refused."))
                : Optional.empty());

        List<Outcome> outcomes = writes(new KnownVectorizers().at(URL, contexts).beside(here))
                .importAll(List.of(object("good"), object("bad"), object("fine")));

        assertThat(outcomes.stream().map(Outcome.Stored.class::isInstance)).containsExactly(true, false, true);
    }

    @Test
    void anImportStopsWhereItsVectorizerHasTooMuchToDo() {
        film(Map.of("inferenceUrl", URL));
        contexts.fail(request -> Optional.of(new EmbedException.Busy("Too much.", Duration.ofSeconds(7))));
        List<ObjectInput> many = IntStream.range(0, 200)
                .mapToObj(i -> new ObjectInput(
                        "Film", Optional.empty(), Optional.of(new UUID(0, i)), Map.of("title", "t" + i), Map.of()))
                .toList();

        assertThatThrownBy(() -> writes(new KnownVectorizers().at(URL, contexts).beside(here))
                        .importAll(many))
                .isInstanceOfSatisfying(CollectionException.Busy.class, busy -> assertThat(busy.retryAfter())
                        .hasSeconds(7));
        assertThat(engine.objects("Film")).isEmpty();
    }
}
