"""What a program written for Weaviate does with tenants: each has objects of its own, and its shard."""

import pytest
import weaviate
from weaviate.classes.config import Configure, DataType, Property, Reconfigure
from weaviate.classes.data import DataObject
from weaviate.classes.query import Filter
from weaviate.classes.tenants import Tenant, TenantActivityStatus, TenantCreate, TenantUpdate
from weaviate.collections.classes.tenants import TenantUpdateActivityStatus
from weaviate.exceptions import WeaviateBaseError, WeaviateInsertManyAllFailedError

ID = "11111111-2222-4333-8444-555555555555"


@pytest.fixture
def letters(client):
    client.collections.delete("Letter")
    yield made(client)
    client.collections.delete("Letter")


def made(client, **settings):
    return client.collections.create(
        "Letter",
        multi_tenancy_config=Configure.multi_tenancy(enabled=True, **settings),
        vector_config=Configure.Vectors.self_provided(),
        properties=[Property(name="text", data_type=DataType.TEXT), Property(name="year", data_type=DataType.INT)],
    )


def anew(client, **settings):
    client.collections.delete("Letter")
    return made(client, **settings)


def status(letters):
    return {name: tenant.activity_status for name, tenant in letters.tenants.get().items()}


def filled(letters):
    """Two of anna, one of bert, with the same id in both."""
    letters.tenants.create(["anna", "bert"])
    anna, bert = letters.with_tenant("anna"), letters.with_tenant("bert")
    anna.data.insert({"text": "a letter to anna", "year": 1}, uuid=ID, vector=[1, 0, 0])
    anna.data.insert({"text": "another letter to anna", "year": 2}, vector=[0, 1, 0])
    bert.data.insert({"text": "a letter to bert", "year": 3}, uuid=ID, vector=[1, 0])
    return anna, bert


def texts(answer):
    return sorted(hit.properties["text"] for hit in answer.objects)


def test_create_and_list(letters):
    assert letters.tenants.get() == {}

    letters.tenants.create("anna")
    letters.tenants.create([Tenant(name="bert"), TenantCreate(name="carl", activity_status="INACTIVE")])

    assert status(letters) == {
        "anna": TenantActivityStatus.ACTIVE,
        "bert": TenantActivityStatus.ACTIVE,
        "carl": TenantActivityStatus.INACTIVE,
    }
    assert letters.config.get().multi_tenancy_config.enabled


def test_one_and_some_by_name(letters):
    letters.tenants.create(["anna", "bert", "carl"])

    assert set(letters.tenants.get_by_names(["bert", "nobody"])) == {"bert"}
    assert letters.tenants.get_by_name("carl").name == "carl"
    assert letters.tenants.get_by_name("nobody") is None
    assert letters.tenants.exists("anna")
    assert not letters.tenants.exists("nobody")


def test_an_existing_tenant_is_created_silently(letters):
    anna, _ = filled(letters)

    letters.tenants.create(["anna", "carl"])

    assert len(anna) == 2
    assert len(letters.with_tenant("carl")) == 0


def test_remove(letters):
    filled(letters)

    letters.tenants.remove(["anna", "nobody"])

    assert set(letters.tenants.get()) == {"bert"}
    letters.tenants.create("anna")
    assert len(letters.with_tenant("anna")) == 0


def test_objects_belong_to_their_tenant(letters):
    anna, bert = filled(letters)

    assert anna.query.fetch_object_by_id(ID).properties["text"] == "a letter to anna"
    assert bert.query.fetch_object_by_id(ID).properties["text"] == "a letter to bert"
    bert.data.update(uuid=ID, properties={"text": "changed"})
    assert bert.data.delete_by_id(ID)
    assert not bert.data.exists(ID)
    assert anna.query.fetch_object_by_id(ID).properties["text"] == "a letter to anna"


def test_searches_see_one_tenant(letters):
    anna, bert = filled(letters)

    assert len(anna.query.fetch_objects().objects) == 2
    assert texts(bert.query.bm25("letter")) == ["a letter to bert"]
    assert texts(anna.query.near_vector([1, 0, 0], limit=1)) == ["a letter to anna"]
    assert texts(anna.query.hybrid("another", vector=[0, 1, 0], limit=1)) == ["another letter to anna"]
    assert texts(anna.query.fetch_objects(filters=Filter.by_property("year").greater_than(1))) == [
        "another letter to anna"
    ]
    assert texts(bert.query.near_object(ID)) == ["a letter to bert"]
    assert sorted(item.properties["year"] for item in anna.iterator()) == [1, 2]


def test_each_tenant_has_vectors_of_its_own_length(letters):
    anna, bert = filled(letters)

    with pytest.raises(WeaviateBaseError):
        anna.data.insert({"text": "too short"}, vector=[1, 0])
    bert.data.insert({"text": "fits"}, vector=[0, 1])
    assert len(bert) == 2


def test_counts_and_deletions_are_of_one_tenant(letters):
    anna, bert = filled(letters)

    assert anna.aggregate.over_all(total_count=True).total_count == 2
    deleted = anna.data.delete_many(where=Filter.by_property("year").greater_than(0))
    assert deleted.successful == 2
    assert len(anna) == 0
    assert len(bert) == 1


def test_a_batch_goes_to_several_tenants(client, letters):
    letters.tenants.create(["anna", "bert"])

    with client.batch.fixed_size(10) as batch:
        for number in range(20):
            batch.add_object("Letter", {"year": number}, tenant="anna" if number % 4 else "bert")
        batch.add_object("Letter", {"year": 20}, tenant="nobody")

    assert len(client.batch.failed_objects) == 1
    assert "nobody" in client.batch.failed_objects[0].message
    assert len(letters.with_tenant("anna")) == 15
    assert len(letters.with_tenant("bert")) == 5


def test_a_call_needs_a_tenant_that_is_there(letters):
    filled(letters)

    for wrong in letters, letters.with_tenant("nobody"):
        with pytest.raises(WeaviateBaseError):
            wrong.query.fetch_objects()
        with pytest.raises(WeaviateBaseError):
            wrong.data.insert({"text": "x"})
        with pytest.raises(WeaviateInsertManyAllFailedError):
            wrong.data.insert_many([{"text": "x"}])


def test_a_tenant_is_put_to_sleep_and_woken(letters):
    anna, bert = filled(letters)

    letters.tenants.deactivate("anna")
    assert status(letters)["anna"] == TenantActivityStatus.INACTIVE
    with pytest.raises(WeaviateBaseError):
        anna.query.fetch_objects()
    with pytest.raises(WeaviateBaseError):
        anna.data.insert({"text": "x"})
    assert len(bert) == 1

    letters.tenants.update(TenantUpdate(name="anna", activity_status=TenantUpdateActivityStatus.ACTIVE))
    assert len(anna) == 2


def test_offloading_is_refused(letters):
    filled(letters)

    with pytest.raises(WeaviateBaseError):
        letters.tenants.offload("anna")
    with pytest.raises(WeaviateBaseError):
        letters.tenants.deactivate("nobody")
    assert status(letters)["anna"] == TenantActivityStatus.ACTIVE


def test_writes_make_tenants_where_the_collection_says_so(client, letters):
    letters = anew(client, auto_tenant_creation=True)

    letters.with_tenant("anna").data.insert({"text": "a letter to anna"})
    letters.with_tenant("bert").data.insert_many([DataObject({"text": "a letter to bert"})])

    assert set(letters.tenants.get()) == {"anna", "bert"}
    with pytest.raises(WeaviateBaseError):
        letters.with_tenant("nobody").query.fetch_objects()


def test_calls_wake_tenants_where_the_collection_says_so(letters):
    anna, _ = filled(letters)
    letters.config.update(multi_tenancy_config=Reconfigure.multi_tenancy(auto_tenant_activation=True))
    letters.tenants.deactivate(["anna", "bert"])

    assert len(anna.query.fetch_objects().objects) == 2
    assert status(letters) == {"anna": TenantActivityStatus.ACTIVE, "bert": TenantActivityStatus.INACTIVE}


def test_a_collection_without_tenants_takes_none(client, letters):
    client.collections.delete("Plain")
    plain = client.collections.create("Plain", vector_config=Configure.Vectors.self_provided())
    try:
        with pytest.raises(weaviate.exceptions.WeaviateBaseError):
            plain.tenants.get()
        with pytest.raises(weaviate.exceptions.WeaviateBaseError):
            plain.tenants.create("anna")
        with pytest.raises(weaviate.exceptions.WeaviateBaseError):
            plain.with_tenant("anna").data.insert({})
    finally:
        client.collections.delete("Plain")


def test_each_tenant_is_a_shard(client, letters):
    filled(letters)

    assert {shard.name for shard in letters.config.get_shards()} == {"anna", "bert"}
    shards = client.cluster.nodes(collection="Letter", output="verbose")[0].shards
    assert {shard.name for shard in shards} == {"anna", "bert"}


def test_a_read_only_shard_takes_no_writes(letters):
    anna, bert = filled(letters)

    assert letters.config.update_shards("READONLY", "anna") == {"anna": "READONLY"}
    assert {shard.name: shard.status for shard in letters.config.get_shards()} == {"anna": "READONLY", "bert": "READY"}
    with pytest.raises(WeaviateBaseError):
        anna.data.insert({"text": "x"})
    assert len(anna) == 2
    bert.data.insert({"text": "y"})

    letters.config.update_shards("READY")
    anna.data.insert({"text": "x"})
    assert len(anna) == 3
