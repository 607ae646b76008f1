"""How alike the embedded engine and a Weaviate behind the same doors answer.

    python3 engines.py --weaviate PATH --corpus corpus.jsonl [--fresh]

The same texts with the same ids go into both; then the same queries of each kind. Told for each kind: how many of the ten best
are the same, the largest difference of scores or distances of a hit that both have, and the queries that differ most. Hits whose
score is that of the tenth one are as good as any other of it, and count as the same.

Weaviate 1.35.2 finds words by block-max WAND, which misses good hits while objects are in its memory only: it gives other ten
best for limit 10 than for limit 2000. So they are written to its disk before the first query; --fresh leaves them in memory.
"""

import argparse
import json
import random
import statistics
import time
import uuid

from weaviate.classes.config import Configure, DataType, Property
from weaviate.classes.query import Filter, HybridFusion, MetadataQuery

from servers import ours, weaviate_server

TOP = 10
SAME = 1e-4  # of scores
FLUSHED = 8  # seconds after which what was written is on disk, twice over
META = MetadataQuery(distance=True, score=True)


def fill(client, texts):
    client.collections.delete("Package")
    packages = client.collections.create(
        "Package",
        vector_config=Configure.Vectors.text2vec_transformers(),
        properties=[
            Property(name="text", data_type=DataType.TEXT),
            Property(name="length", data_type=DataType.INT),
            Property(name="lib", data_type=DataType.BOOL),
        ],
    )
    with packages.batch.fixed_size(batch_size=200, concurrent_requests=2) as batch:
        for text in texts:
            batch.add_object(
                {"text": text, "length": len(text), "lib": "lib" in text},
                uuid=uuid.uuid5(uuid.NAMESPACE_DNS, text),
            )
    assert not packages.batch.failed_objects, packages.batch.failed_objects[0].message
    return packages


def kinds(texts, count):
    """Queries of each kind: what to ask a collection, and what is compared of a hit."""
    chance = random.Random(2)

    def words(least, most):
        parts = chance.choice(texts).split()
        length = min(len(parts), chance.randint(least, most))
        start = chance.randint(0, len(parts) - length)
        return " ".join(parts[start : start + length])

    def each(ask):
        return [ask(words(1, 3), words(3, 8)) for _ in range(count)]

    def limits():
        low = chance.randint(10, 50)
        condition = Filter.by_property("length").greater_or_equal(low) & Filter.by_property("length").less_than(low + 20)
        return condition & Filter.by_property("lib").equal(chance.random() < 0.3)

    yield "near_text", "distance", each(
        lambda few, more: lambda packages: packages.query.near_text(more, limit=TOP, return_metadata=META)
    )
    yield "bm25", "score", each(lambda few, more: lambda packages: packages.query.bm25(few, limit=TOP, return_metadata=META))
    for fusion in (HybridFusion.RANKED, HybridFusion.RELATIVE_SCORE):
        yield f"hybrid {fusion.name}", "score", each(
            lambda few, more: lambda packages: packages.query.hybrid(
                more, alpha=0.5, fusion_type=fusion, limit=TOP, return_metadata=META
            )
        )
    conditions = [limits() for _ in range(count)]
    yield "near_text with filters", "distance", [
        lambda packages, at=at, text=words(3, 8): packages.query.near_text(
            text, filters=conditions[at], limit=TOP, return_metadata=META
        )
        for at in range(count)
    ]
    yield "filters alone", None, [
        lambda packages, at=at: packages.query.fetch_objects(filters=conditions[at], limit=len(texts)) for at in range(count)
    ]


def ties(hits, common):
    """Hits that are as good as the last one, where only the order of equals decides which of them are there."""
    last = list(hits.values())[-1] if hits else 0
    return sum(abs(value - last) < SAME for hit, value in hits.items() if hit not in common)


def compare(name, value, queries, ours_, theirs):
    overlaps, differences, odd = [], [], []
    for query in queries:
        a, b = query(ours_).objects, query(theirs).objects
        left = {hit.uuid: getattr(hit.metadata, value) if value else 0 for hit in a}
        right = {hit.uuid: getattr(hit.metadata, value) if value else 0 for hit in b}
        common = left.keys() & right.keys()
        same = len(common) + min(ties(left, common), ties(right, common))
        overlap = same / max(len(left), len(right)) if left or right else 1.0
        overlaps.append(overlap)
        differences += [abs(left[hit] - right[hit]) for hit in common]
        if overlap < 1:
            last = [round(list(side.values())[-1], 4) if side else None for side in (left, right)]
            odd.append((overlap, len(left), len(right), last))
    print(
        f"{name}: overlap {statistics.mean(overlaps):.4f} (least {min(overlaps):.2f}), difference"
        f" {max(differences, default=0):.6f} at most, {statistics.mean(differences or [0]):.7f} on average",
        flush=True,
    )
    for overlap, count, other, last in sorted(odd)[:3]:
        print(f"    {overlap:.2f}: {count} and {other} hits, the last with {last[0]} and {last[1]}")
    return {"kind": name, "overlap": statistics.mean(overlaps), "difference": max(differences, default=0)}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--weaviate", required=True, help="the program: infra/scripts/weaviate-server find")
    options.add_argument("--corpus", required=True)
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--queries", type=int, default=50)
    options.add_argument("--fresh", action="store_true", help="while the objects are in Weaviate's memory")
    options.add_argument("--json", default="engines.json")
    given = options.parse_args()
    with open(given.corpus) as lines:
        all_texts = [json.loads(line)["text"] for line in lines]
    texts = random.Random(1).sample(sorted(set(all_texts)), given.count)

    flushed = {} if given.fresh else {"PERSISTENCE_MEMTABLES_FLUSH_DIRTY_AFTER_SECONDS": "1"}
    weaviate = weaviate_server(given.weaviate, **flushed)
    servers = [weaviate]
    try:
        servers.append(ours())
        servers.append(
            ours(
                TEXT2VEC_ENGINE="weaviate",
                WEAVIATE_URL=f"http://127.0.0.1:{weaviate.http}",
                WEAVIATE_GRPC_URL=f"http://127.0.0.1:{weaviate.grpc}",
            )
        )
        with servers[1].connect() as embedded, servers[2].connect() as cluster:
            sides = [fill(embedded, texts), fill(cluster, texts)]
            time.sleep(0 if given.fresh else FLUSHED)
            results = [compare(*kind, *sides) for kind in kinds(texts, given.queries)]
    finally:
        for server in reversed(servers):
            server.end()
    with open(given.json, "w") as out:
        json.dump(results, out, indent=1)


if __name__ == "__main__":
    main()
