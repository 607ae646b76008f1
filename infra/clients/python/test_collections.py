"""What programs do with a collection of their own vectors: change its settings, write, read, filter, search."""

import json
import os
import threading
import urllib.error
import urllib.request
import uuid
from datetime import datetime, timedelta, timezone

import pytest
from weaviate.classes.config import (
    Configure,
    ConsistencyLevel,
    DataType,
    Property,
    Reconfigure,
    Tokenization,
    VectorDistances,
)
from weaviate.classes.data import DataObject
from weaviate.classes.query import (
    BM25Operator,
    Boost,
    Diversity,
    Filter,
    GroupBy,
    HybridFusion,
    MetadataQuery,
    Rerank,
    Sort,
    TargetVectors,
)
from weaviate.exceptions import (
    UnexpectedStatusCodeError,
    WeaviateBaseError,
    WeaviateInvalidInputError,
    WeaviateQueryError,
)

NAME = "Planet"


def number(n):
    return uuid.UUID(int=n)


def day(year):
    return datetime(year, 1, 1, tzinfo=timezone.utc)


# Seen from the first, the others are 0.2, 1 and 2 away. The last one has but texts.
PLANETS = [
    (
        {"name": "The red Planet", "code": "Red One", "moons": 2, "mass": 0.5, "ringed": False},
        {"seen": day(2001), "tags": ["near", "rock"]},
        [1, 0],
    ),
    (
        {"name": "The blue planet", "code": "Blue Two", "moons": 1, "mass": 1.5, "ringed": False},
        {"seen": day(2002), "tags": ["near", "rock", "water"]},
        [0.8, 0.6],
    ),
    (
        {"name": "A ringed giant", "code": "Giant Three", "moons": 80, "mass": 95.5, "ringed": True},
        {"seen": day(2003), "tags": ["far"]},
        [0, 1],
    ),
    ({"name": "Evening star", "code": "Star Four"}, {}, [-1, 0]),
]


@pytest.fixture
def no_planets(client):
    client.collections.delete(NAME)
    yield
    client.collections.delete(NAME)


@pytest.fixture
def planets(client, no_planets):
    collection = client.collections.create(
        NAME,
        vector_config=Configure.Vectors.self_provided(),
        inverted_index_config=Configure.inverted_index(
            index_null_state=True, index_property_length=True, index_timestamps=True
        ),
        properties=[
            Property(name="name", data_type=DataType.TEXT),
            Property(name="code", data_type=DataType.TEXT, tokenization=Tokenization.FIELD),
            Property(name="moons", data_type=DataType.INT),
            Property(name="mass", data_type=DataType.NUMBER),
            Property(name="ringed", data_type=DataType.BOOL),
            Property(name="seen", data_type=DataType.DATE),
            Property(name="tags", data_type=DataType.TEXT_ARRAY),
        ],
    )
    for n, (told, more, vector) in enumerate(PLANETS, 1):
        collection.data.insert(told | more, uuid=number(n), vector=vector)
    return collection


def ids(answer):
    return [hit.uuid.int for hit in answer.objects]


def fitting(planets, filters):
    return sorted(ids(planets.query.fetch_objects(filters=filters, limit=100)))


def put_class(body):
    """The client has no word for a change that isn't allowed, so the whole class is sent."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{os.environ.get('HTTP_PORT', '8080')}/v1/schema/{NAME}",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
        method="PUT",
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.status


def test_an_update_of_the_settings_changes_what_may_change(planets):
    planets.config.update(
        description="round",
        property_descriptions={"name": "how it is called"},
        inverted_index_config=Reconfigure.inverted_index(bm25_b=0.5, bm25_k1=1.5, stopwords_additions=["planet"]),
        vector_config=Reconfigure.Vectors.update(vector_index_config=Reconfigure.VectorIndex.hnsw(ef=77)),
    )

    config = planets.config.get()
    assert config.description == "round"
    assert {each.name: each.description for each in config.properties}["name"] == "how it is called"
    assert (config.inverted_index_config.bm25.b, config.inverted_index_config.bm25.k1) == (0.5, 1.5)
    assert config.inverted_index_config.stopwords.additions == ["planet"]
    assert config.vector_config["default"].vector_index_config.ef == 77
    assert ids(planets.query.bm25("planet")) == []
    assert ids(planets.query.bm25("red planet")) == [1]


@pytest.mark.parametrize("change", ["class", "vectorizer", "distance", "efConstruction", "tenants", "type", "removal"])
def test_an_update_of_the_settings_refuses_what_may_not_change(planets, change):
    described = planets.config.get().to_dict()
    assert put_class(described) == 200
    vector = described["vectorConfig"]["default"]
    if change == "class":
        described["class"] = "Moon"
    elif change == "vectorizer":
        vector["vectorizer"] = {"text2vec-transformers": {}}
    elif change == "distance":
        vector["vectorIndexConfig"]["distanceMetric"] = vector["vectorIndexConfig"]["distance"] = "dot"
    elif change == "efConstruction":
        vector["vectorIndexConfig"]["efConstruction"] = 64
    elif change == "tenants":
        described["multiTenancyConfig"]["enabled"] = True
    elif change == "type":
        described["properties"][2]["dataType"] = ["number"]
    else:
        described["properties"].pop()

    with pytest.raises(urllib.error.HTTPError) as refused:
        put_class(described)
    assert 400 <= refused.value.code < 500


def test_an_added_property_is_stored_and_filtered_by(planets):
    planets.config.add_property(Property(name="rank", data_type=DataType.INT))
    planets.data.insert({"name": "new", "rank": 7}, uuid=number(5))

    assert "rank" in [each.name for each in planets.config.get().properties]
    assert fitting(planets, Filter.by_property("rank").equal(7)) == [5]
    for taken in "rank", "Rank", "RANK":
        with pytest.raises((WeaviateInvalidInputError, UnexpectedStatusCodeError)):
            planets.config.add_property(Property(name=taken, data_type=DataType.TEXT))


def test_an_added_named_vector_is_searched_beside_the_first(planets):
    planets.config.add_vector(vector_config=Configure.Vectors.self_provided(name="second"))
    planets.data.update(number(3), vector={"second": [1, 0, 0]})

    assert set(planets.config.get().vector_config) == {"default", "second"}
    assert ids(planets.query.near_vector([1, 0, 0], target_vector="second")) == [3]
    assert ids(planets.query.near_vector([1, 0], target_vector="default")) == [1, 2, 3, 4]
    with pytest.raises(WeaviateQueryError):
        planets.query.near_vector([1, 0])


def test_an_insert_under_a_taken_id_fails_and_changes_nothing(planets):
    with pytest.raises(UnexpectedStatusCodeError):
        planets.data.insert({"name": "another"}, uuid=number(1))

    assert planets.query.fetch_object_by_id(number(1)).properties["name"] == "The red Planet"
    assert len(planets) == 4


def test_a_replacement_drops_what_it_does_not_bring(planets):
    made = planets.query.fetch_object_by_id(number(1)).metadata.creation_time
    planets.data.replace(number(1), properties={"name": "bare"})

    found = planets.query.fetch_object_by_id(number(1), include_vector=True)
    assert (found.properties["name"], found.properties["moons"], found.vector) == ("bare", None, {})
    assert found.metadata.creation_time == made
    assert ids(planets.query.near_vector([1, 0])) == [2, 3, 4]


def test_an_update_merges_and_keeps_the_vector(planets):
    planets.data.update(number(1), properties={"moons": 3, "mass": None})

    found = planets.query.fetch_object_by_id(number(1), include_vector=True)
    assert (found.properties["name"], found.properties["moons"]) == ("The red Planet", 3)
    assert found.properties["mass"] is None
    assert found.vector["default"] == [1, 0]
    assert fitting(planets, Filter.by_property("mass").is_none(True)) == [1, 4]


def test_what_is_not_there_is_neither_replaced_nor_updated(planets):
    with pytest.raises(UnexpectedStatusCodeError):
        planets.data.replace(number(99), properties={"name": "nobody"})
    with pytest.raises(UnexpectedStatusCodeError):
        planets.data.update(number(99), properties={"name": "nobody"})
    assert planets.query.fetch_object_by_id(number(99)) is None
    assert not planets.data.exists(number(99))


def test_what_is_deleted_twice_is_gone_once(planets):
    assert planets.data.exists(number(1))
    for _ in range(2):
        assert planets.data.delete_by_id(number(1))
    assert not planets.data.exists(number(1))
    assert len(planets) == 3


def test_objects_of_a_batch_fail_one_by_one(planets):
    answer = planets.data.insert_many(
        [
            DataObject({"name": "good"}, uuid=number(10), vector=[0, 1]),
            DataObject({"moons": "three"}, uuid=number(11)),
            DataObject({"moons": 1.5}, uuid=number(12)),
            DataObject({"name": "longer"}, uuid=number(13), vector=[1, 2, 3]),
            DataObject({"name": "unknown"}, uuid=number(14), vector={"other": [1, 2]}),
            DataObject({"name": "good too"}, uuid=number(15)),
            DataObject({"name": "in the place of the first"}, uuid=number(1)),
        ]
    )

    assert sorted(answer.errors) == [1, 2, 3, 4]
    assert all(error.message for error in answer.errors.values())
    assert answer.uuids == {0: number(10), 5: number(15), 6: number(1)}
    assert len(planets) == 6
    assert planets.query.fetch_object_by_id(number(1)).properties["moons"] is None


def test_text_is_filtered_by_its_tokens(planets):
    name, code = Filter.by_property("name"), Filter.by_property("code")
    assert fitting(planets, name.equal("PLANET red")) == [1]
    assert fitting(planets, name.equal("planet")) == [1, 2]
    assert fitting(planets, name.not_equal("planet")) == [3, 4]
    assert fitting(planets, name.like("plan*")) == [1, 2]
    assert fitting(planets, name.like("?lue")) == [2]
    assert fitting(planets, code.equal("Red One")) == [1]
    assert fitting(planets, code.equal("One")) == []
    assert fitting(planets, code.like("*T?*")) == [2, 3]


def test_numbers_booleans_and_dates_are_compared(planets):
    moons, mass, seen = (Filter.by_property(each) for each in ("moons", "mass", "seen"))
    assert fitting(planets, moons.greater_than(1)) == [1, 3]
    assert fitting(planets, moons.less_or_equal(2)) == [1, 2]
    assert fitting(planets, moons.not_equal(2)) == [2, 3, 4]
    assert fitting(planets, mass.greater_or_equal(1.5)) == [2, 3]
    assert fitting(planets, mass.less_than(1.5)) == [1]
    assert fitting(planets, seen.less_than(day(2003))) == [1, 2]
    assert fitting(planets, seen.equal(day(2002).astimezone(timezone(timedelta(hours=5))))) == [2]
    assert fitting(planets, Filter.by_property("ringed").equal(True)) == [3]


def test_any_all_or_none_of_several_values_are_contained(planets):
    tags, moons = Filter.by_property("tags"), Filter.by_property("moons")
    assert fitting(planets, tags.contains_any(["water", "far"])) == [2, 3]
    assert fitting(planets, tags.contains_all(["near", "water"])) == [2]
    assert fitting(planets, tags.contains_none(["near"])) == [3, 4]
    assert fitting(planets, moons.contains_any([1, 80])) == [2, 3]
    assert fitting(planets, Filter.by_property("name").contains_all(["blue", "planet"])) == [2]


def test_missing_values_and_lengths_are_filtered_by(planets):
    tags = Filter.by_property("tags", length=True)
    assert fitting(planets, Filter.by_property("moons").is_none(True)) == [4]
    assert fitting(planets, Filter.by_property("moons").is_none(False)) == [1, 2, 3]
    assert fitting(planets, tags.greater_than(1)) == [1, 2]
    assert fitting(planets, tags.equal(1)) == [3]
    assert fitting(planets, Filter.by_property("code", length=True).equal(7)) == [1]


def test_ids_and_times_are_filtered_by(planets):
    future = datetime.now(timezone.utc) + timedelta(hours=1)
    made = planets.query.fetch_object_by_id(number(2)).metadata.creation_time
    assert fitting(planets, Filter.by_id().equal(number(2))) == [2]
    assert fitting(planets, Filter.by_id().contains_any([number(2), number(4), number(9)])) == [2, 4]
    assert fitting(planets, Filter.by_id().not_equal(number(2))) == [1, 3, 4]
    assert fitting(planets, Filter.by_creation_time().less_than(future)) == [1, 2, 3, 4]
    assert 2 in fitting(planets, Filter.by_creation_time().greater_or_equal(made))
    assert fitting(planets, Filter.by_update_time().greater_than(future)) == []


def test_conditions_are_joined_and_negated(planets):
    planet, one = Filter.by_property("name").equal("planet"), Filter.by_property("moons").equal(1)
    far = Filter.by_property("tags").contains_any(["far"])
    assert fitting(planets, planet & one) == [2]
    assert fitting(planets, one | far) == [2, 3]
    assert fitting(planets, Filter.not_(planet)) == [3, 4]
    assert fitting(planets, Filter.all_of([Filter.any_of([planet, far]), Filter.not_(one)])) == [1, 3]


def test_a_filter_that_makes_no_sense_fails(planets):
    for filters in (
        Filter.by_property("weight").equal(1),
        Filter.by_property("moons").equal("many"),
        Filter.by_property("name").equal("the"),
    ):
        with pytest.raises(WeaviateQueryError):
            planets.query.fetch_objects(filters=filters)


def test_missing_values_are_sorted_first_and_backwards_last(planets):
    def in_order(sort):
        return ids(planets.query.fetch_objects(sort=sort))

    assert in_order(Sort.by_property("moons")) == [4, 2, 1, 3]
    assert in_order(Sort.by_property("moons", ascending=False)) == [3, 1, 2, 4]
    assert in_order(Sort.by_property("name")) == [3, 4, 2, 1]
    assert in_order(Sort.by_property("seen", ascending=False)) == [3, 2, 1, 4]
    assert in_order(Sort.by_property("ringed").by_property("mass", ascending=False)) == [4, 2, 1, 3]
    assert in_order(Sort.by_id(ascending=False)) == [4, 3, 2, 1]


def test_an_iteration_meets_each_object_once_while_others_write(planets):
    lasting = [uuid.uuid4() for _ in range(200)]
    assert not planets.data.insert_many([DataObject({"name": "lasting"}, uuid=each) for each in lasting]).has_errors
    done, failures = threading.Event(), []

    def write():
        try:
            while not done.is_set():
                passing = planets.data.insert({"name": "passing"})
                planets.data.update(lasting[0], properties={"moons": 1})
                planets.data.delete_by_id(passing)
        except WeaviateBaseError as failure:
            failures.append(failure)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        met = [each.uuid for each in planets.iterator(cache_size=20)]
    finally:
        done.set()
        writer.join()

    assert failures == []
    assert len(met) == len(set(met))
    assert set(met) >= set(lasting)


def test_pages_end_at_the_maximum(planets):
    assert ids(planets.query.fetch_objects(limit=2, offset=2)) == [3, 4]
    assert ids(planets.query.fetch_objects(limit=2, offset=9)) == []
    assert ids(planets.query.near_vector([1, 0], limit=2, offset=1)) == [2, 3]
    assert ids(planets.query.fetch_objects(limit=2, after=number(1))) == [2, 3]
    for limit, offset in (10001, 0), (1, 10000):
        with pytest.raises(WeaviateQueryError):
            planets.query.fetch_objects(limit=limit, offset=offset)


def test_only_what_was_asked_for_is_told(planets):
    bare = planets.query.near_vector([1, 0], limit=1, return_properties=["moons"]).objects[0]
    assert bare.properties == {"moons": 2}
    assert (bare.vector, bare.metadata.distance, bare.metadata.creation_time) == ({}, None, None)

    full = planets.query.near_vector(
        [1, 0], limit=1, include_vector=True, return_properties=False, return_metadata=MetadataQuery.full()
    ).objects[0]
    assert full.properties == {}
    assert full.vector == {"default": [1, 0]}
    assert full.metadata.distance == pytest.approx(0, abs=1e-6)
    assert full.metadata.certainty == pytest.approx(1)
    assert full.metadata.creation_time == full.metadata.last_update_time
    with pytest.raises(WeaviateQueryError):
        planets.query.fetch_objects(return_properties=["weight"])


TARGETS = ["near", "far"]


@pytest.fixture
def targets(client, no_planets):
    """By squared distances: the first is 0 and 1 away, the second 4 and 0, the third 1 and nowhere."""
    index = Configure.VectorIndex.hnsw(distance_metric=VectorDistances.L2_SQUARED)
    collection = client.collections.create(
        NAME,
        vector_config=[Configure.Vectors.self_provided(name=each, vector_index_config=index) for each in TARGETS],
    )
    collection.data.insert({}, uuid=number(1), vector={"near": [1, 0], "far": [0, 0]})
    collection.data.insert({}, uuid=number(2), vector={"near": [3, 0], "far": [1, 0]})
    collection.data.insert({}, uuid=number(3), vector={"near": [2, 0]})
    return collection


@pytest.mark.parametrize(
    "combination, distances",
    [
        (TargetVectors.sum(TARGETS), {1: 1, 2: 4}),
        (TargetVectors.average(TARGETS), {1: 0.5, 2: 2}),
        (TargetVectors.minimum(TARGETS), {1: 0, 2: 0, 3: 1}),
        (TARGETS, {1: 0, 2: 0, 3: 1}),
        (TargetVectors.manual_weights({"near": 1, "far": 3}), {1: 3, 2: 4}),
        (TargetVectors.relative_score({"near": 0.8, "far": 0.2}), {1: 0.2, 2: 0.8}),
    ],
)
def test_distances_to_several_targets_are_combined(targets, combination, distances):
    found = targets.query.near_vector(
        {each: [1, 0] for each in TARGETS}, target_vector=combination, return_metadata=MetadataQuery(distance=True)
    )

    assert {hit.uuid.int: hit.metadata.distance for hit in found.objects} == pytest.approx(distances)


def test_only_the_named_vectors_that_are_asked_for_are_told(targets):
    assert targets.query.fetch_object_by_id(number(1), include_vector=["far"]).vector == {"far": [0, 0]}
    assert set(targets.query.fetch_object_by_id(number(1), include_vector=True).vector) == set(TARGETS)
    with pytest.raises(WeaviateQueryError):
        targets.query.near_vector([1, 0], target_vector="nowhere")


def test_what_is_near_to_an_object_starts_with_it(planets):
    found = planets.query.near_object(number(2), return_metadata=MetadataQuery(distance=True))

    assert ids(found) == [2, 1, 3, 4]
    assert [hit.metadata.distance for hit in found.objects] == pytest.approx([0, 0.2, 0.4, 1.8], abs=1e-6)
    with pytest.raises(WeaviateQueryError):
        planets.query.near_object(number(99))


def test_what_is_too_far_away_is_cut_off(planets):
    assert ids(planets.query.near_vector([1, 0], distance=0.5)) == [1, 2]
    assert ids(planets.query.near_vector([1, 0], certainty=0.8)) == [1, 2]
    assert ids(planets.query.near_vector([1, 0], certainty=0.4)) == [1, 2, 3]
    assert ids(planets.query.near_object(number(3), distance=0.1)) == [3]
    assert ids(planets.query.near_vector([1, 0], distance=0.5, filters=Filter.by_property("moons").equal(1))) == [2]


@pytest.mark.parametrize(
    "fusion, scores",
    [
        (HybridFusion.RELATIVE_SCORE, {1: 1, 2: 0.95, 3: 0.25, 4: 0}),
        (HybridFusion.RANKED, {1: 1 / 60, 2: 1 / 61, 3: 0.5 / 62, 4: 0.5 / 63}),
    ],
)
def test_words_and_vectors_are_fused(planets, fusion, scores):
    found = planets.query.hybrid(
        "planet", vector=[1, 0], alpha=0.5, fusion_type=fusion, return_metadata=MetadataQuery(score=True)
    )

    assert ids(found) == [1, 2, 3, 4]
    assert {hit.uuid.int: hit.metadata.score for hit in found.objects} == pytest.approx(scores, abs=1e-5)


def test_a_hybrid_search_may_be_all_words_or_all_vectors(planets):
    assert ids(planets.query.hybrid("giant", vector=[1, 0], alpha=0)) == [3]
    assert ids(planets.query.hybrid("giant", vector=[1, 0], alpha=1)) == [1, 2, 3, 4]
    assert ids(planets.query.hybrid("giant", alpha=0)) == [3]
    assert ids(planets.query.hybrid("giant", vector=[1, 0], alpha=0.5, max_vector_distance=0.5)) == [1, 2]
    with pytest.raises(WeaviateQueryError):
        planets.query.hybrid("giant", alpha=0.5)


def test_words_may_all_be_needed_or_some(planets):
    def found(operator):
        return ids(planets.query.bm25("red planet star", operator=operator))

    assert sorted(found(BM25Operator.or_(minimum_match=1))) == [1, 2, 4]
    assert found(BM25Operator.or_(minimum_match=2)) == [1]
    assert found(BM25Operator.and_()) == []
    assert ids(planets.query.bm25("red planet", operator=BM25Operator.and_())) == [1]


def test_words_have_scores_that_boosts_multiply(planets):
    def scores(properties):
        found = planets.query.bm25("planet", query_properties=properties, return_metadata=MetadataQuery(score=True))
        return {hit.uuid.int: hit.metadata.score for hit in found.objects}

    assert scores(["name"]) == pytest.approx({1: 0.30377, 2: 0.30377}, abs=1e-4)
    assert scores(["name^2"]) == pytest.approx({1: 0.60753, 2: 0.60753}, abs=1e-4)
    for properties in ["moons"], ["weight"]:
        with pytest.raises(WeaviateQueryError):
            scores(properties)


def test_hits_are_grouped_by_a_property(planets):
    by_rings = GroupBy(prop="ringed", objects_per_group=1, number_of_groups=5)
    by_tags = GroupBy(prop="tags", objects_per_group=5, number_of_groups=2)
    rings = planets.query.near_vector([1, 0], limit=3, group_by=by_rings, return_metadata=MetadataQuery(distance=True))
    tags = planets.query.near_vector([1, 0], limit=3, group_by=by_tags)

    assert list(rings.groups) == ["false", "true"]
    assert [[each.uuid.int for each in group.objects] for group in rings.groups.values()] == [[1], [3]]
    assert {name: [each.uuid.int for each in group.objects] for name, group in tags.groups.items()} == {
        "near": [1, 2],
        "rock": [1, 2],
    }


def test_what_words_find_is_grouped_too(planets):
    by_rings = GroupBy(prop="ringed", objects_per_group=5, number_of_groups=2)
    words = planets.query.bm25("planet giant", group_by=by_rings)
    both = planets.query.hybrid("planet giant", vector=[1, 0], alpha=0.5, limit=3, group_by=by_rings)

    for found in (words, both):
        groups = {name: sorted(each.uuid.int for each in group.objects) for name, group in found.groups.items()}
        assert groups == {"false": [1, 2], "true": [3]}
        assert found.groups["true"].min_distance == found.groups["true"].max_distance == 0


def test_hits_end_where_distances_jump(planets):
    assert ids(planets.query.near_vector([1, 0], auto_limit=1)) == [1, 2, 3]
    assert ids(planets.query.near_vector([1, 0], auto_limit=9)) == [1, 2, 3, 4]


def test_a_deletion_by_a_filter_can_be_tried_first(planets):
    where = Filter.by_property("name").equal("planet")

    tried = planets.data.delete_many(where=where, dry_run=True, verbose=True)
    assert (tried.matches, tried.successful, tried.failed) == (2, 2, 0)
    assert sorted(each.uuid.int for each in tried.objects) == [1, 2]
    assert len(planets) == 4

    done = planets.data.delete_many(where=where)
    assert (done.matches, done.successful, done.failed, done.objects) == (2, 2, 0, None)
    assert fitting(planets, Filter.by_property("name").like("*")) == [3, 4]
    assert planets.data.delete_many(where=where).matches == 0


@pytest.mark.parametrize(
    "index",
    [
        Configure.VectorIndex.flat(),
        Configure.VectorIndex.hnsw(ef=50, ef_construction=64, max_connections=8, dynamic_ef_min=10),
        Configure.VectorIndex.hnsw(quantizer=Configure.VectorIndex.Quantizer.sq(rescore_limit=30)),
        Configure.VectorIndex.hnsw(quantizer=Configure.VectorIndex.Quantizer.rq(bits=8)),
    ],
    ids=["flat", "hnsw", "sq", "rq"],
)
def test_every_kind_of_index_finds_the_nearest(client, no_planets, index):
    planets = client.collections.create(
        NAME, vector_config=Configure.Vectors.self_provided(vector_index_config=index)
    )
    angles = [DataObject({}, uuid=number(n), vector=[100 - n, n]) for n in range(1, 51)]
    assert not planets.data.insert_many(angles).has_errors

    assert ids(planets.query.near_vector([1, 0], limit=3)) == [1, 2, 3]
    told = planets.config.get().to_dict()["vectorConfig"]["default"]
    sent = index._to_dict()
    assert told["vectorIndexType"] == index.vector_index_type()
    for setting in "ef", "efConstruction", "maxConnections", "dynamicEfMin":
        if setting in sent:
            assert told["vectorIndexConfig"][setting] == sent[setting]


@pytest.mark.parametrize(
    "metric, distance",
    [
        (VectorDistances.COSINE, 0.29289),
        (VectorDistances.DOT, -5),
        (VectorDistances.L2_SQUARED, 5),
        (VectorDistances.MANHATTAN, 3),
        (VectorDistances.HAMMING, 2),
    ],
)
def test_distances_are_measured_as_configured(client, no_planets, metric, distance):
    index = Configure.VectorIndex.hnsw(distance_metric=metric)
    planets = client.collections.create(NAME, vector_config=Configure.Vectors.self_provided(vector_index_config=index))
    planets.data.insert({}, vector=[1, 2])

    hit = planets.query.near_vector([3, 1], return_metadata=MetadataQuery(distance=True)).objects[0]

    assert hit.metadata.distance == pytest.approx(distance, abs=1e-4)


def refused(name, search, **options):
    with pytest.raises(WeaviateQueryError, match=f"(?i){name}"):
        search([1, 0], limit=3, **options)


def test_generating_and_reranking_are_refused_by_name(planets):
    refused("generat", planets.generate.near_vector, single_prompt="Describe {name}")
    refused("rerank", planets.query.near_vector, rerank=Rerank(prop="name", query="red"))


@pytest.fixture
def embedded(planets):
    """The engine that refuses what Weaviate has: only there is a shard called main."""
    if [shard.name for shard in planets.config.get_shards()] != ["main"]:
        pytest.skip("this is Weaviate, which refuses less")


def test_boosts_and_diversity_are_refused_by_name(planets, embedded):
    refused("boost", planets.query.near_vector, boost=Boost.filter(Filter.by_property("ringed").equal(True)))
    refused("marginal", planets.query.near_vector, diversity_selection=Diversity.mmr(limit=2, balance=0.5))


@pytest.mark.parametrize("quantizer", ["pq", "bq"])
def test_other_quantizers_are_refused_by_name(client, planets, embedded, quantizer):
    index = Configure.VectorIndex.hnsw(quantizer=getattr(Configure.VectorIndex.Quantizer, quantizer)())
    client.collections.delete(NAME)

    with pytest.raises(UnexpectedStatusCodeError, match=quantizer):
        client.collections.create(NAME, vector_config=Configure.Vectors.self_provided(vector_index_config=index))
    assert not client.collections.exists(NAME)


def test_an_index_that_grows_is_refused(client, no_planets):
    with pytest.raises(UnexpectedStatusCodeError, match="dynamic|async"):
        client.collections.create(
            NAME, vector_config=Configure.Vectors.self_provided(vector_index_config=Configure.VectorIndex.dynamic())
        )


def test_every_consistency_level_is_accepted(planets):
    for n, level in enumerate(ConsistencyLevel, 20):
        leveled = planets.with_consistency_level(level)
        leveled.data.insert({"name": "level"}, uuid=number(n))
        leveled.data.update(number(n), properties={"moons": n})
        assert leveled.query.fetch_object_by_id(number(n)).properties["moons"] == n
        assert not leveled.data.insert_many([{"name": "level"}]).has_errors
        leveled.data.delete_by_id(number(n))
        assert not leveled.data.exists(number(n))


def test_nodes_are_told_with_their_shards(client, planets):
    bare = client.cluster.nodes()
    full = client.cluster.nodes(collection=NAME, output="verbose")

    assert [node.status for node in bare] == ["HEALTHY"]
    assert bare[0].version
    assert [shard.collection for shard in full[0].shards] == [NAME]
    assert full[0].stats.shard_count == 1
