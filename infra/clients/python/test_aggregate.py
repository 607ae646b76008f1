"""Figures of many objects: over all, over filtered ones, over what a search finds, by groups."""

from datetime import datetime, timezone

import pytest
from weaviate.classes.aggregate import GroupByAggregate, Metrics
from weaviate.classes.config import Configure, DataType, Property
from weaviate.classes.query import Filter
from weaviate.exceptions import WeaviateQueryError

BOOKS = [
    # title, pages, price, sold, printed, tags, ratings; the vector is (cos, sin) of ever larger angles
    ("Emma", 100, 1.5, True, "2020-01-01T00:00:00Z", ["a", "b"], [5, 5]),
    ("Persuasion", 300, 2.5, False, "2020-01-02T00:00:00Z", ["a"], [1]),
    ("Emma", 300, 4.0, True, "2020-01-04T00:00:00Z", [], []),
    ("Dune", 200, 8.0, True, "2020-01-04T00:00:00Z", ["c", "b"], [3]),
]
VECTORS = [[1, 0], [0.9, 0.1], [0.5, 0.5], [0, 1]]


@pytest.fixture
def books(client, film):
    collection = client.collections.create(
        film,
        vector_config=Configure.Vectors.self_provided(),
        properties=[
            Property(name="title", data_type=DataType.TEXT),
            Property(name="pages", data_type=DataType.INT),
            Property(name="price", data_type=DataType.NUMBER),
            Property(name="sold", data_type=DataType.BOOL),
            Property(name="printed", data_type=DataType.DATE),
            Property(name="tags", data_type=DataType.TEXT_ARRAY),
            Property(name="ratings", data_type=DataType.INT_ARRAY),
            Property(name="note", data_type=DataType.TEXT),
        ],
    )
    for (title, pages, price, sold, printed, tags, ratings), vector in zip(BOOKS, VECTORS):
        collection.data.insert(
            {
                "title": title,
                "pages": pages,
                "price": price,
                "sold": sold,
                "printed": printed,
                "tags": tags,
                "ratings": ratings,
            },
            vector=vector,
        )
    return collection


def test_counts_all_and_filtered_objects(books):
    assert books.aggregate.over_all(total_count=True).total_count == 4
    few = books.aggregate.over_all(filters=Filter.by_property("pages").greater_than(200), total_count=True)
    assert few.total_count == 2
    none = books.aggregate.over_all(filters=Filter.by_property("pages").greater_than(999), total_count=True)
    assert none.total_count == 0


def test_figures_of_whole_numbers(books):
    pages = books.aggregate.over_all(return_metrics=Metrics("pages").integer()).properties["pages"]

    assert (pages.count, pages.sum_, pages.minimum, pages.maximum, pages.mode) == (4, 900, 100, 300, 300)
    assert (pages.mean, pages.median) == (225, 250)


def test_figures_of_numbers(books):
    price = books.aggregate.over_all(return_metrics=Metrics("price").number()).properties["price"]

    assert (price.count, price.sum_, price.minimum, price.maximum, price.mode) == (4, 16, 1.5, 8, 1.5)
    assert (price.mean, price.median) == (4, 3.25)


def test_most_frequent_texts(books):
    metrics = Metrics("title").text(count=True, top_occurrences_count=True, top_occurrences_value=True, limit=2)
    title = books.aggregate.over_all(return_metrics=metrics).properties["title"]

    assert title.count == 4
    assert [(top.value, top.count) for top in title.top_occurrences] == [("Emma", 2), ("Dune", 1)]


def test_figures_of_booleans(books):
    sold = books.aggregate.over_all(return_metrics=Metrics("sold").boolean()).properties["sold"]

    assert (sold.count, sold.total_true, sold.total_false) == (4, 3, 1)
    assert (sold.percentage_true, sold.percentage_false) == (0.75, 0.25)


def test_figures_of_dates(books):
    printed = books.aggregate.over_all(return_metrics=Metrics("printed").date_()).properties["printed"]

    def moment(text):
        return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(timezone.utc)

    assert printed.count == 4
    assert moment(printed.minimum) == datetime(2020, 1, 1, tzinfo=timezone.utc)
    assert moment(printed.maximum) == moment(printed.mode) == datetime(2020, 1, 4, tzinfo=timezone.utc)
    assert moment(printed.median) == datetime(2020, 1, 3, tzinfo=timezone.utc)


def test_lists_count_with_each_of_their_values(books):
    metrics = [Metrics("tags").text(), Metrics("ratings").integer()]
    found = books.aggregate.over_all(return_metrics=metrics).properties

    assert found["tags"].count == 5
    assert [(top.value, top.count) for top in found["tags"].top_occurrences] == [("a", 2), ("b", 2), ("c", 1)]
    assert (found["ratings"].count, found["ratings"].sum_, found["ratings"].mode) == (4, 14, 5)


def test_figures_of_filtered_objects(books):
    found = books.aggregate.over_all(
        filters=Filter.by_property("title").equal("Emma"),
        return_metrics=[Metrics("pages").integer(), Metrics("price").number(maximum=True)],
    ).properties

    assert (found["pages"].count, found["pages"].sum_, found["pages"].median) == (2, 400, 200)
    assert found["price"].maximum == 4


def test_where_nothing_is_there_only_the_count_is_told(books):
    nothing = books.aggregate.over_all(
        filters=Filter.by_property("pages").greater_than(999), return_metrics=Metrics("pages").integer()
    ).properties["pages"]

    assert nothing.count == 0
    assert nothing.sum_ is None and nothing.median is None and nothing.mode is None


def test_groups_the_largest_first(books):
    found = books.aggregate.over_all(
        group_by=GroupByAggregate(prop="title"),
        total_count=True,
        return_metrics=Metrics("pages").integer(sum_=True),
    ).groups

    assert len(found) == 3
    first = found[0]
    assert (first.grouped_by.prop, first.grouped_by.value, first.total_count) == ("title", "Emma", 2)
    assert first.properties["pages"].sum_ == 400
    assert {group.grouped_by.value: group.properties["pages"].sum_ for group in found[1:]} == {
        "Persuasion": 300,
        "Dune": 200,
    }


def test_as_many_groups_as_asked_for(books):
    found = books.aggregate.over_all(group_by=GroupByAggregate(prop="title", limit=1)).groups

    assert [(group.grouped_by.value, group.total_count) for group in found] == [("Emma", 2)]


def test_groups_by_other_types(books):
    def values(prop):
        return {
            group.grouped_by.value: group.total_count
            for group in books.aggregate.over_all(group_by=GroupByAggregate(prop=prop)).groups
        }

    assert values("pages") == {100: 1, 200: 1, 300: 2}
    assert values("price") == {1.5: 1, 2.5: 1, 4.0: 1, 8.0: 1}
    assert values("sold") == {True: 3, False: 1}
    assert values("tags") == {"a": 2, "b": 2, "c": 1}
    assert values("note") == {}


def test_what_is_near(books):
    metrics = Metrics("pages").integer()
    nearest = books.aggregate.near_vector([1, 0], object_limit=2, total_count=True, return_metrics=metrics)
    within = books.aggregate.near_vector([1, 0], distance=0.5, total_count=True, return_metrics=metrics)
    grouped = books.aggregate.near_vector([1, 0], object_limit=3, group_by=GroupByAggregate(prop="title")).groups

    assert (nearest.total_count, nearest.properties["pages"].sum_) == (2, 400)
    assert (within.total_count, within.properties["pages"].sum_) == (3, 700)
    assert {group.grouped_by.value: group.total_count for group in grouped} == {"Emma": 2, "Persuasion": 1}


def test_what_is_near_to_an_object(books):
    dune = books.query.fetch_objects(filters=Filter.by_property("title").equal("Dune")).objects[0].uuid

    found = books.aggregate.near_object(dune, object_limit=1, return_metrics=Metrics("pages").integer(sum_=True))

    assert found.properties["pages"].sum_ == 200


def test_what_words_are_found_in(books):
    found = books.aggregate.hybrid(
        "Emma", alpha=0, object_limit=10, total_count=True, return_metrics=Metrics("pages").integer(sum_=True)
    )

    assert (found.total_count, found.properties["pages"].sum_) == (2, 400)


def test_what_makes_no_sense_fails(books):
    with pytest.raises(WeaviateQueryError):
        books.aggregate.over_all(return_metrics=Metrics("weight").integer())
    with pytest.raises(WeaviateQueryError):
        books.aggregate.over_all(filters=Filter.by_property("weight").equal(1), total_count=True)
    with pytest.raises(WeaviateQueryError):
        books.aggregate.near_vector([1, 0, 0], object_limit=2, total_count=True)
