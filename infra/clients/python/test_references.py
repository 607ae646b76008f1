"""References between objects: stored, changed, followed, filtered by. Films 1 and 3 are by Ann, 2 and 3 by Bob."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from weaviate.classes.aggregate import Metrics
from weaviate.classes.config import Configure, DataType, Property, ReferenceProperty
from weaviate.classes.data import DataObject, DataReference, ReferenceToMulti
from weaviate.classes.query import Filter, GroupBy, MetadataQuery, QueryReference
from weaviate.exceptions import UnexpectedStatusCodeError, WeaviateQueryError

NAMES = ["Film", "Person", "Place", "Made"]
NOBODY = uuid.UUID(int=99)
ANN = uuid.UUID(int=0xA)
BOB = uuid.UUID(int=0xB)
OSLO = uuid.UUID(int=0xC)


def number(n):
    return uuid.UUID(int=n)


@pytest.fixture
def films(client):
    for name in NAMES:
        client.collections.delete(name)
    name = [Property(name="name", data_type=DataType.TEXT)]
    person = client.collections.create("Person", properties=name)
    place = client.collections.create("Place", properties=name)
    film = client.collections.create(
        "Film",
        vector_config=Configure.Vectors.self_provided(),
        properties=[Property(name="title", data_type=DataType.TEXT)],
        references=[
            ReferenceProperty(name="by", target_collection="Person"),
            ReferenceProperty(name="sequelOf", target_collection="Film"),
            ReferenceProperty.MultiTarget(name="about", target_collections=["Person", "Place"]),
        ],
        inverted_index_config=Configure.inverted_index(index_null_state=True),
    )
    person.data.insert({"name": "Ann"}, uuid=ANN)
    person.data.insert({"name": "Bob"}, uuid=BOB)
    place.data.insert({"name": "Oslo"}, uuid=OSLO)
    film.data.insert({"title": "one"}, uuid=number(1), vector=[1, 0], references={"by": ANN})
    film.data.insert({"title": "two"}, uuid=number(2), vector=[1, 1], references={"by": BOB, "sequelOf": number(1)})
    film.data.insert({"title": "three"}, uuid=number(3), vector=[0, 1], references={"by": [ANN, BOB]})
    film.data.insert({"title": "four"}, uuid=number(4))
    yield film
    for name in NAMES:
        client.collections.delete(name)


def names(reference):
    return [target.properties["name"] for target in reference.objects]


def by(films, film, **options):
    asked = QueryReference(link_on="by", return_properties=["name"], **options)
    references = films.query.fetch_object_by_id(film, return_references=asked).references
    return names(references["by"]) if references else []


def found(films, filters):
    hits = films.query.fetch_objects(filters=filters, limit=100).objects
    titles = sorted(hit.properties["title"] for hit in hits)
    assert films.aggregate.over_all(filters=filters).total_count == len(titles)
    return titles


def test_the_class_tells_what_its_references_point_to(films):
    references = {each.name: each.target_collections for each in films.config.get().references}

    assert references == {"by": ["Person"], "sequelOf": ["Film"], "about": ["Person", "Place"]}
    films.config.add_reference(ReferenceProperty(name="shotIn", target_collection="Place"))
    assert "shotIn" in [each.name for each in films.config.get().references]
    with pytest.raises(UnexpectedStatusCodeError):
        films.config.add_reference(ReferenceProperty(name="bad", target_collection="Nothing"))


def test_targets_come_with_what_was_asked_of_them(films):
    film = films.query.fetch_object_by_id(
        number(3),
        return_properties=["title"],
        return_references=QueryReference(
            link_on="by", return_properties=["name"], return_metadata=MetadataQuery(creation_time=True)
        ),
    )

    assert film.properties == {"title": "three"}
    ann, bob = film.references["by"].objects
    assert (ann.uuid, ann.collection, ann.properties) == (ANN, "Person", {"name": "Ann"})
    assert ann.metadata.creation_time is not None
    assert bob.properties == {"name": "Bob"}


def test_references_come_only_when_asked_for_and_only_those_that_are_there(films):
    assert films.query.fetch_object_by_id(number(1)).references is None
    asked = QueryReference(link_on="by")
    assert films.query.fetch_object_by_id(number(4), return_references=asked).references in ({}, None)


def test_references_are_followed_one_behind_the_other(films):
    asked = QueryReference(link_on="sequelOf", return_references=QueryReference(link_on="by"))
    film = films.query.fetch_object_by_id(number(2), return_references=asked)

    first = film.references["sequelOf"].objects[0]
    assert first.properties["title"] == "one"
    assert names(first.references["by"]) == ["Ann"]


def test_a_property_may_point_to_several_collections(films):
    films.data.reference_add(number(1), "about", to=ReferenceToMulti(target_collection="Person", uuids=BOB))
    films.data.reference_add(number(1), "about", to=ReferenceToMulti(target_collection="Place", uuids=OSLO))

    for target, name in ("Person", "Bob"), ("Place", "Oslo"):
        asked = QueryReference.MultiTarget(link_on="about", target_collection=target)
        film = films.query.fetch_object_by_id(number(1), return_references=asked)
        assert names(film.references["about"]) == [name]
    assert found(films, Filter.by_ref_multi_target("about", "Place").by_property("name").equal("Oslo")) == ["one"]
    with pytest.raises(WeaviateQueryError):
        films.query.fetch_objects(return_references=QueryReference(link_on="about"))
    with pytest.raises(WeaviateQueryError):
        films.query.fetch_objects(filters=Filter.by_ref("about").by_property("name").equal("Oslo"))


def test_single_references_are_added_replaced_and_deleted(films):
    films.data.reference_add(number(1), "by", to=BOB)
    assert by(films, number(1)) == ["Ann", "Bob"]
    films.data.reference_delete(number(1), "by", to=ANN)
    assert by(films, number(1)) == ["Bob"]
    films.data.reference_replace(number(1), "by", to=[BOB, ANN])
    assert by(films, number(1)) == ["Bob", "Ann"]
    assert films.query.fetch_object_by_id(number(1), include_vector=True).vector["default"] == [1, 0]
    with pytest.raises(UnexpectedStatusCodeError):
        films.data.reference_add(NOBODY, "by", to=ANN)
    with pytest.raises(UnexpectedStatusCodeError):
        films.data.reference_add(number(1), "by", to=NOBODY)


def test_adds_at_once_are_all_there(films):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: films.data.reference_add(number(4), "by", to=ANN), range(40)))

    assert found(films, Filter.by_ref_count("by").equal(40)) == ["four"]


def test_an_update_adds_and_a_replacement_replaces(films):
    films.data.update(number(1), properties={"title": "1"}, references={"by": BOB})
    assert by(films, number(1)) == ["Ann", "Bob"]
    films.data.replace(number(1), properties={"title": "1"}, references={"by": BOB})
    assert by(films, number(1)) == ["Bob"]


def test_many_references_are_added_and_fail_one_by_one(films):
    answer = films.data.reference_add_many(
        [
            DataReference(from_property="by", from_uuid=number(4), to_uuid=ANN),
            DataReference(from_property="by", from_uuid=NOBODY, to_uuid=ANN),
            DataReference.MultiTarget(from_property="about", from_uuid=number(4), to_uuid=OSLO, target_collection="Place"),
        ]
    )

    assert list(answer.errors) == [1]
    assert by(films, number(4)) == ["Ann"]
    assert found(films, Filter.by_ref_count("about").equal(1)) == ["four"]


def test_a_batch_brings_objects_and_references(films):
    with films.batch.fixed_size(10) as batch:
        for n in range(10, 20):
            batch.add_object({"title": str(n)}, uuid=number(n), references={"by": ANN})
        for n in range(10, 20):
            batch.add_reference(from_uuid=number(n), from_property="sequelOf", to=number(1))

    assert films.batch.failed_objects == []
    assert films.batch.failed_references == []
    assert len(found(films, Filter.by_ref("sequelOf").by_property("title").equal("one"))) == 11


def test_an_object_that_points_to_nothing_fails_alone(films):
    answer = films.data.insert_many(
        [
            DataObject({"title": "five"}, uuid=number(5), references={"by": ANN}),
            DataObject({"title": "six"}, uuid=number(6), references={"by": NOBODY}),
        ]
    )

    assert list(answer.errors) == [1]
    assert by(films, number(5)) == ["Ann"]
    with pytest.raises(UnexpectedStatusCodeError):
        films.data.insert({"title": "six"}, references={"by": NOBODY})


def test_what_is_behind_references_is_filtered_by(films):
    behind = Filter.by_ref("by")
    assert found(films, behind.by_property("name").equal("Ann")) == ["one", "three"]
    assert found(films, behind.by_property("name").not_equal("Ann")) == ["three", "two"]
    assert found(films, behind.by_property("name").contains_any(["Ann", "Bob"])) == ["one", "three", "two"]
    assert found(films, behind.by_id().equal(BOB)) == ["three", "two"]
    assert found(films, Filter.by_ref("sequelOf").by_ref("by").by_property("name").equal("Ann")) == ["two"]
    both = behind.by_property("name").equal("Ann") & behind.by_property("name").equal("Bob")
    assert found(films, both) == ["three"]
    assert found(films, behind.by_property("name").equal("Zed")) == []


def test_references_are_counted(films):
    count = Filter.by_ref_count("by")
    assert found(films, count.equal(0)) == ["four"]
    assert found(films, count.greater_than(1)) == ["three"]
    assert found(films, count.less_or_equal(1)) == ["four", "one", "two"]
    assert found(films, count.not_equal(1)) == ["four", "three"]
    assert found(films, Filter.by_ref("sequelOf").by_ref_count("by").equal(1)) == ["two"]
    assert found(films, Filter.by_property("by").is_none(True)) == ["four"]


def test_wrong_references_are_errors(films):
    for reference in "nothing", "title":
        with pytest.raises(WeaviateQueryError):
            films.query.fetch_objects(return_references=QueryReference(link_on=reference))
        with pytest.raises(WeaviateQueryError):
            films.query.fetch_objects(filters=Filter.by_ref(reference).by_property("name").equal("Ann"))
    with pytest.raises(WeaviateQueryError):
        films.query.fetch_objects(filters=Filter.by_ref("by").by_property("nothing").equal("Ann"))


def test_targets_that_have_gone_are_left_out(films, client):
    client.collections.use("Person").data.delete_by_id(ANN)

    assert by(films, number(3)) == ["Bob"]
    assert by(films, number(1)) == []
    assert found(films, Filter.by_ref("by").by_property("name").equal("Ann")) == []


def test_what_points_to_something_is_deleted(films):
    answer = films.data.delete_many(where=Filter.by_ref("by").by_property("name").equal("Bob"))

    assert answer.successful == 2
    assert [film.properties["title"] for film in films.query.fetch_objects().objects] == ["one", "four"]


def test_hits_are_grouped_by_what_they_point_to(films):
    groups = films.query.near_vector(
        [1, 0], limit=4, group_by=GroupBy(prop="by", number_of_groups=5, objects_per_group=5)
    ).groups

    sizes = {name: len(group.objects) for name, group in groups.items()}
    assert sizes == {f"weaviate://localhost/Person/{ANN}": 2, f"weaviate://localhost/Person/{BOB}": 2}


def test_searches_bring_references_too(films):
    hits = films.query.near_vector([0, 1], limit=1, return_references=QueryReference(link_on="by")).objects
    assert names(hits[0].references["by"]) == ["Ann", "Bob"]
    hits = films.query.bm25(
        "two", filters=Filter.by_ref("by").by_property("name").equal("Bob"), return_references=QueryReference(link_on="by")
    ).objects
    assert names(hits[0].references["by"]) == ["Bob"]


def test_auto_schema_makes_references(films, client):
    made = client.collections.use("Made")
    made.data.insert({"title": "x"}, references={"of": ReferenceToMulti(target_collection="Person", uuids=ANN)})

    assert made.config.get().references[0].target_collections == ["Person"]


def test_targets_of_a_tenant_that_sleeps_or_has_gone_are_left_out(films, client):
    tenants = Configure.multi_tenancy(enabled=True)
    client.collections.delete("Person")
    client.collections.delete("Made")
    person = client.collections.create("Person", multi_tenancy_config=tenants)
    made = client.collections.create(
        "Made", multi_tenancy_config=tenants, references=[ReferenceProperty(name="by", target_collection="Person")]
    )
    for each in (person, made):
        each.tenants.create("anna")
    person.with_tenant("anna").data.insert({}, uuid=ANN)
    made.with_tenant("anna").data.insert({}, references={"by": ANN})

    def found(hit):
        return hit.references["by"].objects if "by" in hit.references else []

    def targets():
        answer = made.with_tenant("anna").query.fetch_objects(return_references=QueryReference(link_on="by"))
        return [reference.uuid for hit in answer.objects for reference in found(hit)]

    assert targets() == [ANN]
    person.tenants.deactivate("anna")
    assert targets() == []
    person.tenants.activate("anna")
    assert targets() == [ANN]
    person.tenants.remove("anna")
    assert targets() == []


def test_aggregations_tell_what_is_pointed_to(films):
    by, about = Metrics("by").reference(pointing_to=True), Metrics("about").reference(pointing_to=True)

    whole = films.aggregate.over_all(return_metrics=[by, about])

    assert whole.properties["by"].pointing_to == ["Person"]
    assert whole.properties["about"].pointing_to == ["Person", "Place"]
    three = Filter.by_property("title").equal("three")
    group = films.aggregate.over_all(group_by="title", filters=three, return_metrics=[by]).groups[0]
    assert group.properties["by"].pointing_to == [f"weaviate://localhost/Person/{person}" for person in (ANN, BOB)]


def test_aggregations_are_grouped_by_what_is_pointed_to(films):
    groups = films.aggregate.over_all(group_by="by").groups

    assert [(group.grouped_by.value, group.total_count) for group in groups] == [
        (f"weaviate://localhost/Person/{person}", 2) for person in (ANN, BOB)
    ]


def test_graphql_follows_references(films, client):
    answer = client.graphql_raw_query(
        "{Get{Film{title by{... on Person{name _additional{id}}} sequelOf{... on Film{title}}}}}"
    )

    assert answer.errors is None
    assert answer.get["Film"][1] == {
        "title": "two",
        "by": [{"name": "Bob", "_additional": {"id": str(BOB)}}],
        "sequelOf": [{"title": "one"}],
    }
