"""What a program written for Weaviate does with aliases: other names of a collection, which may come to mean another one."""

import pytest
from weaviate.classes.config import Configure, DataType, Property
from weaviate.exceptions import WeaviateBaseError

ID = "11111111-2222-4333-8444-555555555555"


@pytest.fixture
def films(client):
    """Film, Series, and the alias Movie of Film."""
    remove(client)
    for name in "Film", "Series":
        client.collections.create(
            name,
            vector_config=Configure.Vectors.self_provided(),
            properties=[Property(name="title", data_type=DataType.TEXT)],
        )
    client.alias.create(alias_name="Movie", target_collection="Film")
    yield client.collections.use("Film")
    remove(client)


def remove(client):
    for alias in "Movie", "Show":
        client.alias.delete(alias_name=alias)
    for name in "Film", "Series":
        client.collections.delete(name)


def test_create_list_and_get(client, films):
    client.alias.create(alias_name="Show", target_collection="Series")

    assert {name: alias.collection for name, alias in client.alias.list_all().items()} == {
        "Movie": "Film",
        "Show": "Series",
    }
    assert set(client.alias.list_all(collection="Series")) == {"Show"}
    assert client.alias.get(alias_name="Movie").collection == "Film"
    assert client.alias.get(alias_name="Nothing") is None
    assert client.alias.exists(alias_name="Movie")


def test_a_name_is_taken_once(client, films):
    for alias, target in ("Movie", "Series"), ("Series", "Film"), ("Other", "Nothing"):
        with pytest.raises(WeaviateBaseError):
            client.alias.create(alias_name=alias, target_collection=target)
    with pytest.raises(WeaviateBaseError):
        client.collections.create("Movie")


def test_an_alias_comes_to_mean_another_collection(client, films):
    films.data.insert({"title": "Jaws"})
    movies = client.collections.use("Movie")
    assert len(movies) == 1

    assert client.alias.update(alias_name="Movie", new_target_collection="Series")

    assert len(movies) == 0
    assert len(films) == 1
    assert not client.alias.update(alias_name="Nothing", new_target_collection="Film")


def test_delete(client, films):
    assert client.alias.delete(alias_name="Movie")
    assert not client.alias.delete(alias_name="Movie")

    assert not client.collections.exists("Movie")
    assert client.collections.exists("Film")


def test_objects_by_an_alias(client, films):
    movies = client.collections.use("Movie")

    movies.data.insert({"title": "Jaws"}, uuid=ID, vector=[1, 0])
    movies.data.update(uuid=ID, properties={"title": "Jaws 2"})
    movies.data.insert_many([{"title": "Alien"}])

    assert films.query.fetch_object_by_id(ID).properties["title"] == "Jaws 2"
    assert movies.data.exists(ID)
    assert len(films) == 2
    assert movies.data.delete_by_id(ID)
    assert not films.data.exists(ID)


def test_searches_by_an_alias_name_the_collection(client, films):
    films.data.insert({"title": "Jaws"}, uuid=ID, vector=[1, 0])
    movies = client.collections.use("Movie")

    found = movies.query.bm25("jaws").objects + movies.query.near_vector([1, 0]).objects
    assert [hit.collection for hit in found] == ["Film", "Film"]
    assert movies.aggregate.over_all(total_count=True).total_count == 1
    assert movies.config.get().name == "Film"
    assert [item.uuid for item in movies.iterator()] == [hit.uuid for hit in found[:1]]


def test_a_collection_is_not_deleted_by_its_alias(client, films):
    client.collections.delete("Movie")

    assert client.collections.exists("Film")
    assert client.alias.get(alias_name="Movie").collection == "Film"
