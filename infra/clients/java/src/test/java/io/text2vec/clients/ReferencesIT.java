package io.text2vec.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.weaviate.client6.v1.api.WeaviateApiException;
import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import io.weaviate.client6.v1.api.collections.Property;
import io.weaviate.client6.v1.api.collections.Reference;
import io.weaviate.client6.v1.api.collections.ReferenceProperty;
import io.weaviate.client6.v1.api.collections.VectorConfig;
import io.weaviate.client6.v1.api.collections.Vectors;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.data.BatchReference;
import io.weaviate.client6.v1.api.collections.data.ObjectReference;
import io.weaviate.client6.v1.api.collections.data.ReferenceAddManyResponse;
import io.weaviate.client6.v1.api.collections.query.Filter;
import io.weaviate.client6.v1.api.collections.query.GroupBy;
import io.weaviate.client6.v1.api.collections.query.QueryReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** References between objects: stored, changed, followed, counted. Films 1 and 3 are by Ann, 2 and 3 by Bob. */
@Timeout(60)
class ReferencesIT {
    private static final String ANN = id(0xa);
    private static final String BOB = id(0xb);
    private static final String OSLO = id(0xc);
    private static final String NOBODY = id(0xff);

    private static LocalApp app;
    private static WeaviateClient client;

    private CollectionHandle<Map<String, Object>> films;

    private static String id(int number) {
        return "00000000-0000-0000-0000-%012x".formatted(number);
    }

    @BeforeAll
    static void connect() throws Exception {
        app = LocalApp.start();
        client = app.connect();
    }

    @AfterAll
    static void end() throws Exception {
        noCollections();
        client.close();
        app.close();
    }

    private static void noCollections() throws IOException {
        for (String name : List.of("Film", "Person", "Place")) {
            client.collections.delete(name);
        }
    }

    @BeforeEach
    void fourFilms() throws Exception {
        noCollections();
        for (String name : List.of("Person", "Place")) {
            client.collections.create(name, each -> each.properties(Property.text("name")));
        }
        films = client.collections.create("Film", film -> film.properties(Property.text("title"))
                .references(
                        ReferenceProperty.to("by", "Person"),
                        ReferenceProperty.to("sequelOf", "Film"),
                        ReferenceProperty.to("about", "Person", "Place"))
                .vectorConfig(VectorConfig.selfProvided()));
        client.collections.use("Person").data.insert(Map.of("name", "Ann"), person -> person.uuid(ANN));
        client.collections.use("Person").data.insert(Map.of("name", "Bob"), person -> person.uuid(BOB));
        client.collections.use("Place").data.insert(Map.of("name", "Oslo"), place -> place.uuid(OSLO));
        films.data.insert(Map.of("title", "one"), film -> film.uuid(id(1))
                .vectors(Vectors.of(new float[] {1, 0}))
                .reference("by", ObjectReference.uuid(ANN)));
        films.data.insert(Map.of("title", "two"), film -> film.uuid(id(2))
                .vectors(Vectors.of(new float[] {1, 1}))
                .reference("by", ObjectReference.uuid(BOB))
                .reference("sequelOf", ObjectReference.uuid(id(1))));
        films.data.insert(Map.of("title", "three"), film -> film.uuid(id(3))
                .vectors(Vectors.of(new float[] {0, 1}))
                .reference("by", ObjectReference.uuids(ANN, BOB)));
        films.data.insert(Map.of("title", "four"), film -> film.uuid(id(4)));
    }

    private List<Reference> targets(String film, QueryReference reference) {
        return films.query
                .fetchObjectById(film, query -> query.returnReferences(reference))
                .orElseThrow()
                .references()
                .getOrDefault(reference.property(), List.of());
    }

    private static List<Object> names(List<Reference> targets) {
        return targets.stream()
                .map(target -> target.asWeaviateObject().properties().get("name"))
                .toList();
    }

    /** The names of whom a film is by. */
    private List<Object> by(String film) {
        return names(targets(film, QueryReference.single("by", by -> by.returnProperties("name"))));
    }

    private List<Object> titles(Filter filter) {
        return films.query.fetchObjects(query -> query.filters(filter)).objects().stream()
                .map(WeaviateObject::properties)
                .map(properties -> properties.get("title"))
                .toList();
    }

    @Test
    void theClassTellsWhatItsReferencesPointTo() throws Exception {
        films.config.addReference("shotIn", "Place");

        assertThat(films.config.get().orElseThrow().references())
                .extracting(ReferenceProperty::propertyName, ReferenceProperty::dataTypes)
                .contains(tuple("about", List.of("Person", "Place")), tuple("shotIn", List.of("Place")));
        assertThatThrownBy(() -> films.config.addReference("bad", "Nothing")).isInstanceOf(WeaviateApiException.class);
    }

    @Test
    void targetsComeWithWhatWasAskedOfThem() {
        List<Reference> targets = targets(id(3), QueryReference.single("by", by -> by.returnProperties("name")));

        assertThat(targets).extracting(Reference::uuid).containsExactly(ANN, BOB);
        assertThat(targets).extracting(Reference::collection).containsOnly("Person");
        assertThat(names(targets)).containsExactly("Ann", "Bob");
    }

    @Test
    void whatHasNoReferencesHasNone() {
        assertThat(by(id(4))).isEmpty();
    }

    @Test
    void referencesAreFollowedOneBehindTheOther() {
        List<Reference> targets =
                targets(id(2), QueryReference.single("sequelOf", first -> first.returnProperties("title")
                        .returnReferences(QueryReference.single("by", by -> by.returnProperties("name")))));

        WeaviateObject<Map<String, Object>> first = targets.getFirst().asWeaviateObject();
        assertThat(first.properties()).containsEntry("title", "one");
        assertThat(names(first.references().get("by"))).containsExactly("Ann");
    }

    @Test
    void aPropertyMayPointToSeveralCollections() throws Exception {
        films.data.referenceAdd(id(1), "about", ObjectReference.collection("Person", BOB));
        films.data.referenceAdd(id(1), "about", ObjectReference.collection("Place", OSLO));

        assertThat(names(targets(
                        id(1), QueryReference.multi("about", "Place", place -> place.returnProperties("name")))))
                .containsExactly("Oslo");
    }

    @Test
    void singleReferencesAreAddedReplacedAndDeleted() throws Exception {
        films.data.referenceAdd(id(1), "by", ObjectReference.uuid(BOB));
        assertThat(by(id(1))).containsExactly("Ann", "Bob");
        films.data.referenceDelete(id(1), "by", ObjectReference.uuid(ANN));
        assertThat(by(id(1))).containsExactly("Bob");
        films.data.referenceReplace(id(1), "by", ObjectReference.uuid(ANN));
        assertThat(by(id(1))).containsExactly("Ann");
        assertThat(films.query
                        .fetchObjectById(id(1), query -> query.includeVector())
                        .orElseThrow()
                        .vectors()
                        .getDefaultSingle())
                .containsExactly(1, 0);
    }

    @Test
    void addsAtOnceAreAllThere() throws Exception {
        List<Callable<Void>> adds = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            adds.add(() -> {
                films.data.referenceAdd(id(4), "by", ObjectReference.uuid(ANN));
                return null;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Void> add : pool.invokeAll(adds)) {
                add.get();
            }
        }

        assertThat(by(id(4))).hasSize(40).containsOnly("Ann");
    }

    @Test
    void whatIsNotThereCannotBePointedTo() {
        assertThatThrownBy(() -> films.data.referenceAdd(id(1), "by", ObjectReference.uuid(NOBODY)))
                .isInstanceOf(WeaviateApiException.class);
        assertThatThrownBy(() -> films.data.referenceAdd(NOBODY, "by", ObjectReference.uuid(ANN)))
                .isInstanceOf(WeaviateApiException.class);
        assertThatThrownBy(() -> films.data.insert(
                        Map.of("title", "five"), film -> film.reference("by", ObjectReference.uuid(NOBODY))))
                .isInstanceOf(WeaviateApiException.class);
    }

    @Test
    void anUpdateAddsAndAReplacementReplaces() throws Exception {
        films.data.update(id(1), film -> film.reference("by", ObjectReference.uuid(BOB)));
        assertThat(by(id(1))).containsExactly("Ann", "Bob");
        films.data.replace(
                id(1), film -> film.properties(Map.of("title", "1")).reference("by", ObjectReference.uuid(BOB)));
        assertThat(by(id(1))).containsExactly("Bob");
    }

    @Test
    void manyReferencesAreAddedAndFailOneByOne() throws Exception {
        ReferenceAddManyResponse answer = films.data.referenceAddMany(
                new BatchReference("Film", "by", id(4), ObjectReference.collection("Person", ANN)),
                new BatchReference("Film", "by", NOBODY, ObjectReference.collection("Person", ANN)),
                new BatchReference("Film", "about", id(4), ObjectReference.collection("Place", OSLO)));

        assertThat(answer.errors())
                .extracting(ReferenceAddManyResponse.BatchError::referenceIndex)
                .containsExactly(1);
        assertThat(by(id(4))).containsExactly("Ann");
    }

    @Test
    void manyObjectsAreInsertedWithReferences() {
        var answer = films.data.insertMany(List.of(
                WeaviateObject.of(film -> film.uuid(id(5))
                        .properties(Map.of("title", "five"))
                        .reference("by", ObjectReference.uuid(ANN))),
                WeaviateObject.of(film -> film.uuid(id(6))
                        .properties(Map.of("title", "six"))
                        .reference("by", ObjectReference.uuid(NOBODY)))));

        assertThat(answer.errors()).hasSize(1);
        assertThat(by(id(5))).containsExactly("Ann");
    }

    @Test
    void referencesAreCounted() {
        assertThat(titles(Filter.property("by").eq(0))).containsExactly("four");
        assertThat(titles(Filter.property("by").gt(1))).containsExactly("three");
        assertThat(titles(Filter.property("by").eq(1))).containsExactly("one", "two");
    }

    @Test
    void hitsAreGroupedByWhatTheyPointTo() {
        var groups = films.query
                .nearVector(new float[] {1, 0}, query -> query.limit(4), GroupBy.property("by", 5, 5))
                .groups();

        assertThat(groups.keySet())
                .containsExactlyInAnyOrder("weaviate://localhost/Person/" + ANN, "weaviate://localhost/Person/" + BOB);
        assertThat(groups.values()).allMatch(group -> group.numberOfObjects() == 2);
    }
}
