"""The embedded engine beside a real Weaviate, through the official Python client, in one run.

    python3 compare.py --corpus corpus.jsonl --vectors vectors.npy --weaviate path/to/weaviate-server

Both get the same texts with the same given vectors; 1,000 of them are kept out of the index and asked for. Servers take
turns: import by import, block of queries by block of queries. Each kind of call is made many times before it is counted,
since a JVM compiles what it runs often; the first of these calls are reported as such. Prints a table and writes the
figures as JSON.
"""

import argparse
import concurrent.futures
import json
import random
import statistics
import time

import numpy
from weaviate.classes.config import Configure, DataType, Property, Tokenization
from weaviate.util import generate_uuid5

from servers import ours, weaviate_server

HELD_OUT = 1000
BLOCK = 100
WARMING_INSERTS = 3  # rounds that are not counted, each of as many calls as are counted
WARMING_QUERIES = 4


def corpus(texts, vectors, limit=None):
    """Objects to index and their vectors, then those that are kept out: always the same ones."""
    with open(texts) as lines:
        everything = [json.loads(line) for line in lines][:limit]
    all_vectors = numpy.load(vectors)[: len(everything)]
    shuffled = list(range(len(everything)))
    random.Random(1).shuffle(shuffled)
    asked, indexed = shuffled[:HELD_OUT], shuffled[HELD_OUT:]
    return [everything[at] for at in indexed], all_vectors[indexed], [everything[at] for at in asked], all_vectors[asked]


def create(client):
    return client.collections.create(
        "Package",
        vector_config=Configure.Vectors.self_provided(),
        properties=[
            Property(name="name", data_type=DataType.TEXT, tokenization=Tokenization.FIELD),
            Property(name="section", data_type=DataType.TEXT, tokenization=Tokenization.FIELD),
            Property(name="size", data_type=DataType.INT),
            Property(name="text", data_type=DataType.TEXT),
        ],
    )


def import_all(server, objects, vectors):
    client = server.connect()
    packages = create(client)
    cpu, own, start = server.cpu_seconds(), time.process_time(), time.monotonic()
    with packages.batch.fixed_size(batch_size=500, concurrent_requests=2) as batch:
        for number, properties in enumerate(objects):
            batch.add_object(properties, uuid=generate_uuid5(properties["name"]), vector=vectors[number].tolist())
    took = time.monotonic() - start
    assert not packages.batch.failed_objects, packages.batch.failed_objects[0].message
    assert len(packages) == len(objects)
    figures = {
        "import objects/s": len(objects) / took,
        "import server CPU s": server.cpu_seconds() - cpu,
        "import client CPU s": time.process_time() - own,
    }
    client.close()
    return figures


def single_inserts(server, objects, vectors):
    client = server.connect()
    packages = client.collections.get("Package")
    times = []
    for properties, vector in zip(objects, vectors):
        start = time.perf_counter()
        packages.data.insert(properties, vector=vector.tolist(), uuid=generate_uuid5("single " + properties["name"]))
        times.append(time.perf_counter() - start)
    for properties in objects:
        packages.data.delete_by_id(generate_uuid5("single " + properties["name"]))
    client.close()
    return times


def queries(held_out, vectors, kind, seed):
    """Words of a held-out text that is not in the index, and its vector."""
    chosen = random.Random(seed)
    for properties, vector in zip(held_out, vectors):
        words = [word.strip(".,:()") for word in properties["text"].split()[1:]]
        text = " ".join(chosen.sample(words, min(3, len(words))))
        yield kind, text, vector.tolist()


def ask(packages, kind, text, vector):
    if kind == "near_vector":
        return packages.query.near_vector(vector, limit=10)
    if kind == "bm25":
        return packages.query.bm25(text, limit=10)
    return packages.query.hybrid(text, vector=vector, alpha=0.5, limit=10)


def timed(packages, query):
    start = time.perf_counter()
    answer = ask(packages, *query)
    return time.perf_counter() - start, [hit.properties["name"] for hit in answer.objects]


def latencies(servers, held_out, vectors, kind, clients):
    """By server: times of the first queries, then of later ones in turns by blocks, so that both see the same machine."""
    connections = [server.connect() for server in servers]
    handles = [client.collections.get("Package") for client in connections]
    asked = list(queries(held_out, vectors, kind, seed=7))
    times = [[] for _ in servers]
    found = [[] for _ in servers]
    spans = [0.0 for _ in servers]
    with concurrent.futures.ThreadPoolExecutor(clients) as pool:
        first = [[took for took, _ in pool.map(lambda query: timed(handle, query), asked)] for handle in handles]
        for handle in handles:
            for _ in range(WARMING_QUERIES - 1):
                list(pool.map(lambda query: timed(handle, query), asked))
        for block in range(0, len(asked), BLOCK):
            order = list(range(len(servers)))
            if block // BLOCK % 2:
                order.reverse()
            for number in order:
                start = time.perf_counter()
                for took, names in pool.map(lambda query: timed(handles[number], query), asked[block : block + BLOCK]):
                    times[number].append(took)
                    found[number].append(names)
                spans[number] += time.perf_counter() - start
    for client in connections:
        client.close()
    rates = [len(asked) / span for span in spans]
    return first, times, found, rates


def percentile(times, share):
    return statistics.quantiles(times, n=1000)[int(share * 1000) - 1] * 1000


def exact(vectors, asked, names):
    """The ten nearest by cosine."""
    unit = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
    nearest = []
    for vector in asked:
        similarity = unit @ (vector / numpy.linalg.norm(vector))
        nearest.append({names[at] for at in numpy.argpartition(-similarity, 10)[:10]})
    return nearest


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--corpus", required=True)
    options.add_argument("--vectors", required=True)
    options.add_argument("--weaviate", required=True, help="the server's executable, version 1.35.2")
    options.add_argument("--limit", type=int, help="use only so many texts")
    options.add_argument("--singles", type=int, default=300)
    options.add_argument("--clients", type=int, nargs="*", default=[1, 16])
    options.add_argument("--json", default="compare.json")
    given = options.parse_args()

    objects, object_vectors, held_out, held_vectors = corpus(given.corpus, given.vectors, given.limit)

    servers = [ours(), weaviate_server(given.weaviate)]
    figures = [{} for _ in servers]
    try:
        for number, server in enumerate(servers):
            figures[number].update(import_all(server, objects, object_vectors))
            print(server.name, figures[number], flush=True)
        for turn in range(WARMING_INSERTS + 1):
            name = "first inserts" if turn == 0 else "insert"
            for number, server in enumerate(servers):
                times = single_inserts(server, held_out[: given.singles], held_vectors)
                figures[number][f"{name} p50 ms"] = percentile(times, 0.5)
                figures[number][f"{name} p99 ms"] = percentile(times, 0.99)
        nearest = exact(object_vectors, held_vectors, [each["name"] for each in objects])
        for clients in given.clients:
            for kind in ("near_vector", "bm25", "hybrid"):
                first, times, found, rates = latencies(servers, held_out, held_vectors, kind, clients)
                for number, server in enumerate(servers):
                    label = f"{kind}, {clients} clients:"
                    figures[number][f"first {label} p99 ms"] = percentile(first[number], 0.99)
                    figures[number][f"{label} p50 ms"] = percentile(times[number], 0.5)
                    figures[number][f"{label} p99 ms"] = percentile(times[number], 0.99)
                    figures[number][f"{label} queries/s"] = rates[number]
                    if kind == "near_vector":
                        hits = sum(len(right & set(names)) for right, names in zip(nearest, found[number]))
                        figures[number]["recall@10"] = hits / (10 * len(nearest))
                print(kind, clients, "done", flush=True)
        for number, server in enumerate(servers):
            memory = server.memory_mib()
            figures[number]["memory resident MiB"] = memory["resident"]
            figures[number]["memory anonymous MiB"] = memory["anonymous"]
            figures[number]["disk MiB"] = server.disk_mib()
    finally:
        for server in servers:
            server.end()
    report(servers, figures, len(objects), given.json)


def report(servers, figures, count, file):
    print(f"\n{count} objects; {' and '.join(server.name for server in servers)} in one run\n")
    print(f"| figure | {' | '.join(server.name for server in servers)} | ratio |")
    print("|---|---|---|---|")
    for label in figures[0]:
        first, second = figures[0][label], figures[1][label]
        print(f"| {label} | {first:.2f} | {second:.2f} | {first / second:.2f} |")
    with open(file, "w") as out:
        json.dump({server.name: values for server, values in zip(servers, figures)}, out, indent=1)


if __name__ == "__main__":
    main()
