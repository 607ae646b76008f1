"""How long figures of many objects take: counts, groups, mean, median, the most frequent texts.

    python3 aggregates.py [--count 100000] [--weaviate PATH]

Objects have short vectors that come with them, so that the time of their import is that of storing and indexing. With
--weaviate the same goes into a real Weaviate, and both are asked in turns.
"""

import argparse
import json
import random
import statistics
import time

import numpy
from weaviate.classes.aggregate import GroupByAggregate, Metrics
from weaviate.classes.config import Configure, DataType, Property
from weaviate.classes.query import Filter

from servers import ours, weaviate_server

DIMENSIONS = 8
SUBJECTS = [f"subject {number}" for number in range(20)]


def fill(client, count):
    client.collections.delete("Book")
    books = client.collections.create(
        "Book",
        vector_config=Configure.Vectors.self_provided(),
        properties=[
            Property(name="title", data_type=DataType.TEXT),  # each its own
            Property(name="subject", data_type=DataType.TEXT),
            Property(name="year", data_type=DataType.INT),
            Property(name="price", data_type=DataType.NUMBER),
            Property(name="sold", data_type=DataType.BOOL),
        ],
    )
    chance = random.Random(1)
    vectors = numpy.random.default_rng(1).standard_normal((count, DIMENSIONS)).astype(numpy.float32)
    start = time.monotonic()
    with books.batch.fixed_size(batch_size=1000, concurrent_requests=2) as batch:
        for number in range(count):
            batch.add_object(
                {
                    "title": f"the title of book {number}",
                    "subject": chance.choice(SUBJECTS),
                    "year": chance.randint(1900, 2025),
                    "price": chance.random() * 100,
                    "sold": chance.random() < 0.3,
                },
                vector=vectors[number].tolist(),
            )
    assert not books.batch.failed_objects, books.batch.failed_objects[0].message
    return books, time.monotonic() - start


def questions():
    late = Filter.by_property("year").greater_or_equal(2000)  # a fifth
    subject = GroupByAggregate(prop="subject")
    near = [0.1] * DIMENSIONS

    def all_(books, **asked):
        return books.aggregate.over_all(**asked)

    def metrics(name, kind, **figures):
        return {"return_metrics": getattr(Metrics(name), kind)(**figures)}

    top = {"top_occurrences_count": True, "top_occurrences_value": True}
    return {
        "count": lambda books: all_(books, total_count=True),
        "count, filtered": lambda books: all_(books, total_count=True, filters=late),
        "mean of int": lambda books: all_(books, **metrics("year", "integer", mean=True)),
        "median of int": lambda books: all_(books, **metrics("year", "integer", median=True)),
        "all of number": lambda books: all_(books, **metrics("price", "number")),
        "median of number": lambda books: all_(books, **metrics("price", "number", median=True)),
        "median, filtered": lambda books: all_(books, filters=late, **metrics("price", "number", median=True)),
        "boolean": lambda books: all_(books, **metrics("sold", "boolean")),
        "top of 20 texts": lambda books: all_(books, **metrics("subject", "text", **top)),
        "top of all-different texts": lambda books: all_(books, **metrics("title", "text", **top)),
        "groups, counted": lambda books: all_(books, group_by=subject, total_count=True),
        "groups, mean and median": lambda books: all_(
            books, group_by=subject, **metrics("price", "number", mean=True, median=True)
        ),
        "mean of the nearest 1000": lambda books: books.aggregate.near_vector(
            near, object_limit=1000, **metrics("price", "number", mean=True)
        ),
        "mean within a distance": lambda books: books.aggregate.near_vector(
            near, distance=0.5, **metrics("price", "number", mean=True)
        ),
    }


def measure(sides, rounds):
    """Milliseconds by question and side, the sides in turns; the first round warms up."""
    times = {}
    for turn in range(rounds + 1):
        for name, ask in questions().items():
            for side, books in sides.items():
                start = time.monotonic()
                ask(books)
                if turn:
                    times.setdefault(name, {}).setdefault(side, []).append(1000 * (time.monotonic() - start))
    return times


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--weaviate", help="the program: infra/scripts/weaviate-server find")
    options.add_argument("--json", default="aggregates.json")
    given = options.parse_args()

    servers, clients, sides, figures = [], [], {}, {}
    try:
        servers.append(ours())
        if given.weaviate:
            servers.append(weaviate_server(given.weaviate))
        for server in servers:
            clients.append(server.connect())
            sides[server.name], took = fill(clients[-1], given.count)
            figures[server.name] = {"import s": took, "disk MiB": server.disk_mib()}
        for name, by_side in measure(sides, given.rounds).items():
            for side, times in by_side.items():
                figures[side][f"{name} ms"] = statistics.median(times)
        for server in servers:
            figures[server.name].update({f"memory {name} MiB": size for name, size in server.memory_mib().items()})
    finally:
        for client in clients:
            client.close()
        for server in reversed(servers):
            server.end()
    for name in figures[servers[0].name]:
        print(f"{name}: " + ", ".join(f"{side} {told[name]:.2f}" for side, told in figures.items()), flush=True)
    with open(given.json, "w") as out:
        json.dump(figures, out, indent=1)


if __name__ == "__main__":
    main()
