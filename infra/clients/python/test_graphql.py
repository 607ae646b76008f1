"""GraphQL as text, which the client sends as it is."""

import json
import os
import urllib.request
import uuid

import pytest
from weaviate.classes.config import Configure, DataType, Property
from weaviate.exceptions import WeaviateBaseError

IDS = [uuid.UUID(int=number) for number in range(1, 4)]
BOOKS = [
    ({"title": "Emma", "pages": 100, "price": 1.5, "sold": True, "tags": ["a", "b"], "printed": "2020-01-01T00:00:00Z"}, [1.0, 0.0]),
    ({"title": "Persuasion", "pages": 300, "price": 2.5, "sold": False, "tags": ["a"], "printed": "2020-01-02T00:00:00Z"}, [0.9, 0.1]),
    ({"title": "Emma", "pages": 200, "place": {"latitude": 51.5, "longitude": -0.25}, "maker": {"name": "Roberts", "year": 1815}}, [0.0, 1.0]),
]


@pytest.fixture
def books(client, film):
    collection = client.collections.create(
        film,
        vectorizer_config=Configure.Vectorizer.none(),
        properties=[
            Property(name="title", data_type=DataType.TEXT),
            Property(name="pages", data_type=DataType.INT),
            Property(name="price", data_type=DataType.NUMBER),
            Property(name="sold", data_type=DataType.BOOL),
            Property(name="tags", data_type=DataType.TEXT_ARRAY),
            Property(name="printed", data_type=DataType.DATE),
            Property(name="place", data_type=DataType.GEO_COORDINATES),
            Property(
                name="maker",
                data_type=DataType.OBJECT,
                nested_properties=[
                    Property(name="name", data_type=DataType.TEXT),
                    Property(name="year", data_type=DataType.INT),
                ],
            ),
        ],
    )
    for (properties, vector), id_ in zip(BOOKS, IDS):
        collection.data.insert(properties, uuid=id_, vector=vector)
    return collection


@pytest.fixture
def ask(client, books):
    """The objects, or groups, that a query of one field gets."""

    def asked(query):
        answer = client.graphql_raw_query(query)
        assert answer.errors is None, answer.errors
        return (answer.get or answer.aggregate)["Film"]

    return asked


def test_shows_the_properties_asked_for(ask):
    found = ask("{Get{Film{title pages price sold tags printed place{latitude longitude} maker{name year} _additional{id}}}}")

    by_id = {hit["_additional"]["id"]: hit for hit in found}
    first, third = by_id[str(IDS[0])], by_id[str(IDS[2])]
    assert (first["title"], first["pages"], first["price"], first["sold"]) == ("Emma", 100, 1.5, True)
    assert (first["tags"], first["printed"], first["place"], first["maker"]) == (["a", "b"], "2020-01-01T00:00:00Z", None, None)
    assert (third["price"], third["sold"], third["tags"]) == (None, None, None)
    assert third["place"] == {"latitude": 51.5, "longitude": -0.25}
    assert third["maker"] == {"name": "Roberts", "year": 1815}


def test_pages_and_sorts(ask):
    def pages(arguments):
        return [hit["pages"] for hit in ask("{Get{Film(%s){pages}}}" % arguments)]

    assert pages('sort:[{path:["pages"] order:desc}]') == [300, 200, 100]
    assert pages('sort:[{path:["pages"] order:asc}] limit:1 offset:1') == [200]
    assert pages('after:"%s" limit:5' % IDS[0]) == [300, 200]


def test_filters(ask):
    def pages(where):
        return sorted(hit["pages"] for hit in ask("{Get{Film(where:{%s}){pages}}}" % where))

    assert pages('path:["title"] operator:Equal valueText:"Emma"') == [100, 200]
    assert pages('path:["pages"] operator:GreaterThan valueInt:150') == [200, 300]
    assert pages('path:["price"] operator:LessThan valueNumber:2') == [100]
    assert pages('path:["sold"] operator:Equal valueBoolean:false') == [300]
    assert pages('path:["printed"] operator:GreaterThan valueDate:"2020-01-01T12:00:00Z"') == [300]
    assert pages('path:["tags"] operator:ContainsAny valueText:["b","c"]') == [100]
    both = '{path:["title"] operator:Equal valueText:"Emma"},{path:["pages"] operator:LessThan valueInt:150}'
    assert pages("operator:And operands:[%s]" % both) == [100]
    place = "geoCoordinates:{latitude:51 longitude:0} distance:{max:100000}"
    assert pages('path:["place"] operator:WithinGeoRange valueGeoRange:{%s}' % place) == [200]


def test_tells_of_objects_beside_their_properties(ask):
    first = ask('{Get{Film(where:{path:["id"] operator:Equal valueText:"%s"}){_additional{id vector creationTimeUnix lastUpdateTimeUnix}}}}' % IDS[0])[0]

    told = first["_additional"]
    assert (told["id"], told["vector"]) == (str(IDS[0]), [1, 0])
    assert int(told["creationTimeUnix"]) == int(told["lastUpdateTimeUnix"]) > 1_600_000_000_000


def test_searches_by_vector(ask):
    found = ask("{Get{Film(nearVector:{vector:[1,0]} limit:2){title _additional{distance certainty}}}}")

    assert [hit["title"] for hit in found] == ["Emma", "Persuasion"]
    assert found[0]["_additional"]["distance"] == pytest.approx(0, abs=1e-6)
    assert found[1]["_additional"]["certainty"] == pytest.approx(1 - found[1]["_additional"]["distance"] / 2)
    assert len(ask("{Get{Film(nearVector:{vector:[1,0] distance:0.5}){title}}}")) == 2


def test_searches_by_object(ask):
    found = ask('{Get{Film(nearObject:{id:"%s"} limit:1){pages}}}' % IDS[2])

    assert [hit["pages"] for hit in found] == [200]


def test_searches_by_words(ask):
    found = ask('{Get{Film(bm25:{query:"persuasion" properties:["title"]}){title _additional{score}}}}')

    assert [hit["title"] for hit in found] == ["Persuasion"]
    assert float(found[0]["_additional"]["score"]) > 0


def test_searches_by_both(ask):
    found = ask('{Get{Film(hybrid:{query:"persuasion" alpha:0.5 vector:[0,1]} limit:2){title pages _additional{score}}}}')

    assert {hit["pages"] for hit in found} == {300, 200}
    assert float(found[0]["_additional"]["score"]) >= float(found[1]["_additional"]["score"])


def test_groups_hits(ask):
    query = """{Get{Film(nearVector:{vector:[1,0]} groupBy:{path:["title"] groups:2 objectsPerGroup:5}){
      _additional{group{id count groupedBy{path value} minDistance maxDistance hits{title pages _additional{id distance}}}}}}}"""

    groups = [hit["_additional"]["group"] for hit in ask(query)]

    assert [(group["groupedBy"]["value"], group["count"]) for group in groups] == [("Emma", 2), ("Persuasion", 1)]
    assert groups[0]["groupedBy"]["path"] == ["title"]
    assert [hit["pages"] for hit in groups[0]["hits"]] == [100, 200]
    assert groups[0]["minDistance"] == pytest.approx(0, abs=1e-6)
    assert groups[0]["maxDistance"] == pytest.approx(groups[0]["hits"][1]["_additional"]["distance"])


def test_aggregates(ask):
    query = """{Aggregate{Film{meta{count} title{count topOccurrences(limit:1){value occurs}}
      pages{count sum mean median mode minimum maximum} sold{totalTrue totalFalse percentageTrue} printed{minimum maximum}}}}"""

    [all_] = ask(query)

    assert all_["meta"] == {"count": 3}
    assert all_["title"] == {"count": 3, "topOccurrences": [{"value": "Emma", "occurs": 2}]}
    assert all_["pages"] == {"count": 3, "sum": 600, "mean": 200, "median": 200, "mode": 100, "minimum": 100, "maximum": 300}
    assert all_["sold"] == {"totalTrue": 1, "totalFalse": 1, "percentageTrue": 0.5}
    assert all_["printed"] == {"minimum": "2020-01-01T00:00:00Z", "maximum": "2020-01-02T00:00:00Z"}


def test_aggregates_groups_and_what_is_found(ask):
    groups = ask('{Aggregate{Film(groupBy:["title"]){groupedBy{path value} meta{count} pages{sum}}}}')
    near = ask("{Aggregate{Film(nearVector:{vector:[1,0]} objectLimit:2){meta{count} pages{sum}}}}")
    fitting = ask('{Aggregate{Film(where:{path:["pages"] operator:GreaterThan valueInt:150}){meta{count}}}}')

    assert groups[0] == {"groupedBy": {"path": ["title"], "value": "Emma"}, "meta": {"count": 2}, "pages": {"sum": 300}}
    assert groups[1]["groupedBy"]["value"] == "Persuasion"
    assert near == [{"meta": {"count": 2}, "pages": {"sum": 400}}]
    assert fitting == [{"meta": {"count": 2}}]


def test_fields_may_have_other_names(client, books):
    answer = client.graphql_raw_query("query Two{Get{few:Film(limit:1){title} all:Film{title}}}")

    assert answer.errors is None
    assert (len(answer.get["few"]), len(answer.get["all"])) == (1, 3)
    assert set(answer.get["all"][0]) == {"title"}


def test_what_is_wrong_is_told_beside_the_data(client, books):
    unknown = client.graphql_raw_query("{Get{Film{weight}}}")
    wrong = client.graphql_raw_query("{Get{Film(nearVector:{vector:[1,2,3]}){title}}}")

    assert "weight" in unknown.errors[0]["message"]
    assert wrong.errors[0]["message"]
    with pytest.raises(WeaviateBaseError):
        client.graphql_raw_query("")


def test_the_schema_can_be_asked_for(client, books):
    query = json.dumps({"query": '{__type(name:"Film"){name fields{name type{name kind}}}}'}).encode()
    url = f"http://localhost:{os.environ.get('HTTP_PORT', '8080')}/v1/graphql"
    request = urllib.request.Request(url, data=query, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        schema = json.load(answer)

    fields = {field["name"]: field["type"] for field in schema["data"]["__type"]["fields"]}
    assert fields["title"] == {"name": "String", "kind": "SCALAR"}
    assert fields["pages"]["name"] == "Int"
    assert "_additional" in fields
