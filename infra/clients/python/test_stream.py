"""Server-side batching: what a program does that imports by a stream."""

import asyncio
import os
import signal
import threading
import uuid

import pytest
import weaviate
from own_server import OwnServer
from weaviate.classes.config import Configure, DataType, Property, ReferenceProperty
from weaviate.classes.data import DataObject
from weaviate.classes.init import Auth
from weaviate.util import generate_uuid5

OWN_VECTORS = Configure.Vectors.self_provided()
TITLE = Property(name="title", data_type=DataType.TEXT)


@pytest.fixture
def films(client, film):
    return client.collections.create(film, vector_config=OWN_VECTORS, properties=[TITLE])


def number(i):
    return generate_uuid5(i, "film")


def vector(i):
    return [float(i % 7), 1.0, float(i)]


def fill(batch, numbers):
    for i in numbers:
        batch.add_object({"title": f"film {i}"}, uuid=number(i), vector=vector(i))


def stored(films):
    return {str(item.uuid) for item in films.iterator()}


def test_a_stream_stores_every_object(films):
    with films.batch.stream() as batch:
        fill(batch, range(1234))
    assert films.batch.failed_objects == []
    assert len(films.batch.results.objs.uuids) == 1234
    assert stored(films) == {number(i) for i in range(1234)}


def test_given_vectors_are_searched(films):
    with films.batch.stream() as batch:
        fill(batch, range(50))
    assert films.query.near_vector(vector(20), limit=1).objects[0].properties["title"] == "film 20"


def test_vectors_are_made_for_objects_that_bring_none(client, film):
    films = client.collections.create(
        film, vector_config=Configure.Vectors.text2vec_transformers(), properties=[TITLE]
    )
    with films.batch.stream() as batch:
        for title in ["a shark at the beach", "a family at Christmas", "a ship in space"] * 40:
            batch.add_object({"title": title})
    assert len(films) == 120
    assert "shark" in films.query.near_text("a dangerous fish", limit=1).objects[0].properties["title"]


def test_each_object_that_fails_is_named_and_no_other_fails(films):
    with films.batch.stream() as batch:
        fill(batch, range(300))
        batch.add_object({"title": 7}, uuid=number(1000), vector=vector(0))
        batch.add_object({"title": "short"}, uuid=number(1001), vector=[1.0])
        fill(batch, range(300, 600))
    failed = {str(each.object_.uuid): each.message for each in films.batch.failed_objects}
    assert set(failed) == {number(1000), number(1001)}
    assert "title" in failed[number(1000)]
    assert len(films) == 600


def test_an_object_that_is_sent_again_takes_the_place_of_the_first(films):
    with films.batch.stream() as batch:
        fill(batch, range(200))
    with films.batch.stream() as batch:
        for i in range(200):
            batch.add_object({"title": f"other {i}"}, uuid=number(i), vector=vector(i))
    assert len(films) == 200
    assert films.query.fetch_object_by_id(number(5)).properties["title"] == "other 5"


def test_ingest_tells_of_every_object(films):
    result = films.data.ingest(
        DataObject(properties={"title": f"film {i}"}, uuid=number(i), vector=vector(i)) for i in range(450)
    )
    assert not result.has_errors
    assert sorted(result.uuids) == list(range(450))
    assert len(films) == 450


def test_ingest_names_what_fails(films):
    result = films.data.ingest(
        [
            DataObject(properties={"title": "good"}, uuid=number(0), vector=vector(0)),
            DataObject(properties={"title": ["bad"]}, uuid=number(1), vector=vector(1)),
        ]
    )
    assert list(result.errors) == [1]
    assert len(films) == 1


def test_a_stream_of_the_client_takes_several_collections(client, films):
    client.collections.delete("Book")
    client.collections.create("Book", vector_config=OWN_VECTORS, properties=[TITLE])
    try:
        with client.batch.stream() as batch:
            for i in range(300):
                batch.add_object("Film" if i % 2 else "Book", {"title": f"{i}"}, vector=vector(i))
        assert client.batch.failed_objects == []
        assert len(films) == len(client.collections.use("Book")) == 150
    finally:
        client.collections.delete("Book")


def test_auto_schema_makes_a_collection(client):
    client.collections.delete("Fresh")
    try:
        with client.batch.stream() as batch:
            batch.add_object("Fresh", {"name": "new", "year": 1999.0})
        assert client.batch.failed_objects == []
        assert client.collections.use("Fresh").query.fetch_objects().objects[0].properties["name"] == "new"
    finally:
        client.collections.delete("Fresh")


def test_an_empty_stream_ends(films):
    with films.batch.stream():
        pass
    assert len(films) == 0


def test_several_streams_at_once_lose_nothing(films):
    def one(part):
        own = weaviate.connect_to_local(
            port=int(os.environ.get("HTTP_PORT", "8080")), grpc_port=int(os.environ.get("GRPC_PORT", "50051"))
        )
        with own, own.collections.use("Film").batch.stream() as batch:
            fill(batch, range(part * 400, (part + 1) * 400))

    threads = [threading.Thread(target=one, args=(part,)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert stored(films) == {number(i) for i in range(1600)}


def test_what_was_streamed_is_found_by_the_next_query(films):
    with films.batch.stream() as batch:
        fill(batch, range(150))
    assert films.query.bm25("149", limit=1).objects[0].uuid == uuid.UUID(number(149))


def test_the_asynchronous_client_streams_too(films):
    async def run():
        own = weaviate.use_async_with_local(
            port=int(os.environ.get("HTTP_PORT", "8080")), grpc_port=int(os.environ.get("GRPC_PORT", "50051"))
        )
        async with own:
            async with own.collections.use("Film").batch.stream() as batch:
                for i in range(350):
                    await batch.add_object({"title": f"film {i}"}, uuid=number(i), vector=vector(i))

    asyncio.run(run())
    assert len(films) == 350


ENDED_BY = [signal.SIGTERM, signal.SIGKILL]


@pytest.mark.parametrize("how", ENDED_BY, ids=["drained", "killed"])
def test_a_stream_outlives_the_end_of_the_server_and_neither_loses_nor_doubles(tmp_path, how):
    server = OwnServer(tmp_path)
    server.start()
    try:
        with server.connect() as client:
            films = client.collections.create("Film", vector_config=OWN_VECTORS, properties=[TITLE])

            def restart():
                server.end(how)
                server.start()

            with films.batch.stream() as batch:
                fill(batch, range(3000))
                again = threading.Thread(target=restart)
                again.start()
                fill(batch, range(3000, 6000))
                again.join()
            assert films.batch.failed_objects == []
            assert len(films.batch.results.objs.uuids) == 6000
            assert stored(films) == {number(i) for i in range(6000)}
            assert len(films) == 6000
    finally:
        server.close()


def test_who_may_not_write_is_told_so_object_by_object(tmp_path):
    server = OwnServer(
        tmp_path,
        AUTHENTICATION_APIKEY_ENABLED="true",
        AUTHENTICATION_APIKEY_ALLOWED_KEYS="writes,reads",
        AUTHENTICATION_APIKEY_USERS="writer,reader",
        AUTHORIZATION_ADMINLIST_ENABLED="true",
        AUTHORIZATION_ADMINLIST_USERS="writer",
        AUTHORIZATION_ADMINLIST_READONLY_USERS="reader",
    )
    server.start()
    try:
        with server.connect(auth_credentials=Auth.api_key("writes")) as writer:
            writer.collections.create("Film", vector_config=OWN_VECTORS, properties=[TITLE])
        with server.connect(auth_credentials=Auth.api_key("reads")) as reader:
            films = reader.collections.use("Film")
            with films.batch.stream() as batch:
                fill(batch, range(3))
            assert len(films.batch.failed_objects) == 3
            assert "reader" in films.batch.failed_objects[0].message
            assert len(films) == 0
    finally:
        server.close()
