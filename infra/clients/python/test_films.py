"""What a program written for Weaviate with text2vec-transformers does: create, import, search."""

import pytest
from weaviate.classes.config import Configure, DataType, Property, Tokenization, VectorDistances
from weaviate.classes.query import MetadataQuery
from weaviate.exceptions import WeaviateInsertManyAllFailedError

from films import FILMS


def imported(client, name):
    """The short way: title and description, vectors made for them."""
    films = client.collections.create(
        name,
        vector_config=Configure.Vectors.text2vec_transformers(),
        properties=[
            Property(name="title", data_type=DataType.TEXT),
            Property(name="description", data_type=DataType.TEXT),
        ],
    )
    with films.batch.dynamic() as batch:
        for film in FILMS:
            batch.add_object(film)
    assert films.batch.failed_objects == []
    return films


def test_create_with_every_setting(client, film):
    urls = {"passage_inference_url": "http://passages:8080", "query_inference_url": "http://queries:8080"}
    client.collections.create(
        film,
        vector_config=[
            Configure.Vectors.text2vec_transformers(
                name="title",
                pooling_strategy="cls",
                vectorize_collection_name=False,
                source_properties=["title"],
                vector_index_config=Configure.VectorIndex.hnsw(distance_metric=VectorDistances.DOT, ef=200),
            ),
            Configure.Vectors.text2vec_transformers(name="elsewhere", inference_url="http://vectors:8080"),
            Configure.Vectors.text2vec_transformers(name="apart", dimensions=128, **urls),
            Configure.Vectors.self_provided(name="own"),
        ],
        properties=[
            Property(name="title", data_type=DataType.TEXT, tokenization=Tokenization.FIELD, skip_vectorization=True),
            Property(name="year", data_type=DataType.INT, index_range_filters=True),
        ],
    )

    config = client.collections.get(film).config.get()

    title = config.vector_config["title"]
    assert title.vectorizer.vectorizer == "text2vec-transformers"
    assert title.vectorizer.model["poolingStrategy"] == "cls"
    assert title.vectorizer.model["vectorizeClassName"] is False
    assert title.vectorizer.source_properties == ["title"]
    assert title.vector_index_config.distance_metric == VectorDistances.DOT
    assert title.vector_index_config.ef == 200
    assert config.vector_config["elsewhere"].vectorizer.model["inferenceUrl"] == "http://vectors:8080"
    assert config.vector_config["apart"].vectorizer.model["passageInferenceUrl"] == urls["passage_inference_url"]
    assert config.vector_config["apart"].vectorizer.model["queryInferenceUrl"] == urls["query_inference_url"]
    assert config.vector_config["own"].vectorizer.vectorizer == "none"
    assert config.properties[0].tokenization == Tokenization.FIELD
    assert config.properties[1].index_range_filters is True


def test_a_vectorizer_that_is_not_called_is_named_where_it_would_be_needed(client, film):
    client.collections.create(
        film, vector_config=Configure.Vectors.text2vec_transformers(inference_url="http://vectors:8080")
    )

    with pytest.raises(WeaviateInsertManyAllFailedError, match="vectors:8080"):
        client.collections.get(film).data.insert_many([{"title": "Jaws"}])


def test_import_five_films(client, film):
    films = imported(client, film)

    assert len(films) == 5
    vectors = [each.vector["default"] for each in films.iterator(include_vector=True)]
    assert [len(vector) for vector in vectors] == [384] * 5
    assert sum(value * value for value in vectors[0]) == pytest.approx(1, abs=1e-3)


def test_search_by_meaning_and_by_words(client, film):
    films = imported(client, film)

    near = films.query.near_text("A holiday film", limit=2, return_metadata=MetadataQuery(distance=True, certainty=True))
    hybrid = films.query.hybrid("A holiday film", limit=2, return_metadata=MetadataQuery(score=True, explain_score=True))

    assert [hit.properties["title"] for hit in near.objects] == ["The Holiday", "Home Alone"]
    distances = [hit.metadata.distance for hit in near.objects]
    assert 0 < distances[0] < distances[1] < 1
    assert near.objects[0].metadata.certainty == pytest.approx(1 - distances[0] / 2)
    assert [hit.properties["title"] for hit in hybrid.objects] == ["The Holiday", "Home Alone"]
    assert hybrid.objects[0].metadata.score > hybrid.objects[1].metadata.score
    assert "Hybrid" in hybrid.objects[0].metadata.explain_score
