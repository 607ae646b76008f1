"""What clients do from a version on because the server reports it."""

import pytest
from weaviate.classes.config import Configure, DataType, Property, StopwordsPreset, Tokenization
from weaviate.classes.query import BM25Operator, MetadataQuery
from weaviate.exceptions import UnexpectedStatusCodeError, WeaviateQueryError


@pytest.fixture
def films(client, film):
    films = client.collections.create(
        film,
        vector_config=Configure.Vectors.self_provided(),
        properties=[
            Property(name="title", data_type=DataType.TEXT),
            Property(name="description", data_type=DataType.TEXT),
            Property(name="genre", data_type=DataType.TEXT, tokenization=Tokenization.FIELD),
        ],
    )
    rows = [
        ("Jaws", "a shark at the beach", [1.0, 0.0]),
        ("Beach", "a holiday without a fish", [0.0, 1.0]),
        ("Deep", "the ocean", [0.9, 0.1]),
    ]
    for title, description, vector in rows:
        films.data.insert({"title": title, "description": description, "genre": "a genre"}, vector=vector)
    return films


def titles(found):
    return [each.properties["title"] for each in found.objects]


def test_a_hybrid_search_without_alpha_weighs_vectors_with_three_quarters(films):
    default = films.query.hybrid("shark beach", vector=[0.9, 0.1], return_metadata=MetadataQuery(score=True))
    said = films.query.hybrid("shark beach", vector=[0.9, 0.1], alpha=0.75, return_metadata=MetadataQuery(score=True))
    words = films.query.hybrid("shark beach", vector=[0.9, 0.1], alpha=0, return_metadata=MetadataQuery(score=True))
    scores = [[each.metadata.score for each in found.objects] for found in (default, said, words)]
    assert scores[0] == scores[1]
    assert scores[0] != scores[2]


def test_terms_may_be_spread_over_properties(films):
    cross = films.query.bm25(
        "jaws beach", query_properties=["title", "description"], operator=BM25Operator.and_cross()
    )
    assert titles(cross) == ["Jaws"]
    within = films.query.bm25("jaws beach", query_properties=["title", "description"], operator=BM25Operator.and_())
    assert titles(within) == []


def test_terms_are_spread_in_hybrid_searches_too(films):
    found = films.query.hybrid(
        "jaws beach",
        alpha=0,
        query_properties=["title", "description"],
        bm25_operator=BM25Operator.and_cross(),
    )
    assert titles(found) == ["Jaws"]


def test_terms_are_spread_only_over_properties_that_are_cut_alike(films):
    with pytest.raises(WeaviateQueryError):
        films.query.bm25("jaws", query_properties=["title", "genre"], operator=BM25Operator.and_cross())


def test_a_text_is_cut_into_tokens(client):
    tokens = client.tokenization.text("The Quick fox", Tokenization.WORD)
    assert (tokens.indexed, tokens.query) == (["the", "quick", "fox"], ["quick", "fox"])
    whole = client.tokenization.text("The Quick fox", Tokenization.FIELD)
    assert whole.indexed == whole.query == ["The Quick fox"]


def test_a_text_is_cut_with_stopwords_of_its_own(client):
    none = client.tokenization.text(
        "the fox", Tokenization.WORD, analyzer_config=Configure.text_analyzer(stopword_preset=StopwordsPreset.NONE)
    )
    assert none.query == ["the", "fox"]
    mine = client.tokenization.text(
        "the fox",
        Tokenization.WORD,
        analyzer_config=Configure.text_analyzer(stopword_preset="mine"),
        stopword_presets={"mine": ["fox"]},
    )
    assert mine.query == ["the"]


def test_a_text_is_cut_as_a_property_does(client, films):
    tokens = client.tokenization.for_property("Film", "title", "The Shark")
    assert (tokens.indexed, tokens.query) == (["the", "shark"], ["shark"])
    assert client.tokenization.for_property("Film", "genre", "The Shark").indexed == ["The Shark"]


def test_a_vector_index_that_is_not_said_is_the_default(films):
    vectors = films.config.get().vector_config
    assert type(vectors["default"].vector_index_config).__name__ == "_VectorIndexConfigHNSW"


def test_a_text_analyzer_is_refused_by_its_name(client, film):
    folded = Property(
        name="title", data_type=DataType.TEXT, text_analyzer=Configure.text_analyzer(ascii_fold=True)
    )
    with pytest.raises(UnexpectedStatusCodeError, match="asciiFold"):
        client.collections.create(film, properties=[folded])


def test_the_query_profile_is_refused_by_its_name(films):
    with pytest.raises(WeaviateQueryError, match="query profile"):
        films.query.fetch_objects(return_metadata=MetadataQuery(query_profile=True))
