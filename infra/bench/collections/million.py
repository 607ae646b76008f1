"""A million objects in the embedded engine, once: time, memory, disk, recall and latencies.

    python3 million.py --corpus corpus.jsonl --vectors vectors.npy

There are fewer real texts than that. Each further object has a real text again, and a vector between two real ones: the
text's own and that of a random other, seven to three, with some noise (a tenth of the length), at unit length. So they lie
where vectors of texts lie, in clusters as dense as these have, without repeating one. 1,000 real texts are kept out and
asked for. What is counted as exact is worked out from all vectors.
"""

import argparse
import json
import time

import numpy
from weaviate.util import generate_uuid5

from compare import corpus, create, percentile, queries, timed
from servers import ours

BLOCK = 10_000


def derived(own, chosen):
    other = own[chosen.permutation(len(own))]
    mixed = 0.7 * own + 0.3 * other
    noise = chosen.standard_normal(mixed.shape, dtype=numpy.float32)
    mixed += 0.1 * noise / numpy.linalg.norm(noise, axis=1, keepdims=True)
    return (mixed / numpy.linalg.norm(mixed, axis=1, keepdims=True)).astype(numpy.float32)


def blocks(objects, vectors, count):
    """Properties and vectors, a block at a time: the real ones first."""
    chosen = numpy.random.default_rng(1)
    made = 0
    while made < count:
        for start in range(0, len(objects), BLOCK):
            end = min(start + BLOCK, len(objects), start + count - made)
            own = vectors[start:end]
            yield (
                [{**each, "name": f"{each['name']} {made + at}"} for at, each in enumerate(objects[start:end])],
                own if made < len(objects) else derived(own, chosen),
            )
            made += end - start
            if made == count:
                return


class Nearest:
    """The ten nearest of each asked vector, over blocks."""

    def __init__(self, asked):
        self.asked = asked / numpy.linalg.norm(asked, axis=1, keepdims=True)
        self.similarity = numpy.full((len(asked), 10), -2.0, dtype=numpy.float32)
        self.names = numpy.full((len(asked), 10), None, dtype=object)

    def see(self, names, vectors):
        unit = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
        similarity = numpy.concatenate([self.similarity, self.asked @ unit.T], axis=1)
        best = numpy.argpartition(-similarity, 10, axis=1)[:, :10]
        new = numpy.tile(numpy.array(names, dtype=object), (len(self.asked), 1))
        every = numpy.concatenate([self.names, new], axis=1)
        self.similarity = numpy.take_along_axis(similarity, best, axis=1)
        self.names = numpy.take_along_axis(every, best, axis=1)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--corpus", required=True)
    options.add_argument("--vectors", required=True)
    options.add_argument("--count", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=3, help="of 1,000 queries each; the last is reported")
    options.add_argument("--json", default="million.json")
    given = options.parse_args()

    objects, object_vectors, held_out, held_vectors = corpus(given.corpus, given.vectors)

    figures = {}
    server = ours()
    try:
        client = server.connect()
        packages = create(client)
        exact, start = Nearest(held_vectors), time.monotonic()
        with packages.batch.fixed_size(batch_size=1000, concurrent_requests=2) as batch:
            for properties, given_vectors in blocks(objects, object_vectors, given.count):
                for each, vector in zip(properties, given_vectors):
                    batch.add_object(each, uuid=generate_uuid5(each["name"]), vector=vector.tolist())
        figures["import s"] = time.monotonic() - start
        figures["import objects/s"] = given.count / figures["import s"]
        figures["import server CPU s"] = server.cpu_seconds()
        assert not packages.batch.failed_objects, packages.batch.failed_objects[0].message
        print(figures, server.memory_mib(), flush=True)
        start = time.monotonic()
        assert len(packages) == given.count
        figures["count s"] = time.monotonic() - start
        for properties, given_vectors in blocks(objects, object_vectors, given.count):
            exact.see([each["name"] for each in properties], given_vectors)
        figures["server CPU s when merged"] = settled(server)
        for kind in ("near_vector", "bm25", "hybrid"):
            wanted = list(queries(held_out, held_vectors, kind, seed=7))
            for _ in range(given.rounds):
                answers = [timed(packages, query) for query in wanted]
            times = [took for took, _ in answers]
            figures[f"{kind} p50 ms"], figures[f"{kind} p99 ms"] = percentile(times, 0.5), percentile(times, 0.99)
            if kind == "near_vector":
                hits = sum(len(set(right) & set(names)) for right, (_, names) in zip(exact.names, answers))
                figures["recall@10"] = hits / (10 * len(answers))
        memory = server.memory_mib()
        figures.update({f"memory {name} MiB": value for name, value in memory.items()})
        figures["disk MiB"] = server.disk_mib()
        client.close()
    finally:
        server.end()
    for label, value in figures.items():
        print(f"{label}: {value:.2f}")
    with open(given.json, "w") as out:
        json.dump(figures, out, indent=1)


def settled(server):
    """Waits until the server has nothing left to merge."""
    while True:
        before = server.cpu_seconds()
        time.sleep(10)
        if server.cpu_seconds() - before < 1:
            return server.cpu_seconds()


if __name__ == "__main__":
    main()
