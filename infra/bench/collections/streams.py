"""How fast BatchStream imports beside BatchObjects, through the official Python client.

    python3 streams.py --corpus corpus.jsonl --vectors vectors.npy

The same objects in turns, several rounds: by a stream (S) and by BatchObjects as the client sends it by itself (B), with given
vectors and with vectors that are made. The order changes from round to round. With --streams more than one import at once
is measured, each with its part of the objects. The clock stops when the last object is acknowledged.
"""

import argparse
import itertools
import json
import statistics
import threading
import time

from weaviate.classes.config import Configure, DataType, Property

from imports import chosen
from servers import ours

WAYS = {
    "S": lambda packages: packages.batch.stream(),
    "B": lambda packages: packages.batch.fixed_size(batch_size=1000, concurrent_requests=2),
}


def fill(packages, way, texts, vectors, failures):
    with WAYS[way](packages) as batch:
        for number, text in enumerate(texts):
            batch.add_object({"text": text}, vector=None if vectors is None else vectors[number].tolist())
    failures.extend(packages.batch.failed_objects)


def rate(server, clients, way, texts, vectors):
    """Objects a second, and the seconds of CPU that the server took for a thousand."""
    first = clients[0].collections
    first.delete("Package")
    made = Configure.Vectors.text2vec_transformers() if vectors is None else Configure.Vectors.self_provided()
    first.create("Package", vector_config=made, properties=[Property(name="text", data_type=DataType.TEXT)])
    failures, parts = [], len(clients)
    threads = [
        threading.Thread(
            target=fill,
            args=(
                client.collections.use("Package"),
                way,
                texts[part::parts],
                None if vectors is None else vectors[part::parts],
                failures,
            ),
        )
        for part, client in enumerate(clients)
    ]
    cpu, start = server.cpu_seconds(), time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - start
    assert not failures, failures[0].message
    assert len(first.use("Package")) == len(texts)
    return {"rate": len(texts) / took, "server CPU s": (server.cpu_seconds() - cpu) / len(texts) * 1000}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--corpus", required=True)
    options.add_argument("--vectors", required=True)
    options.add_argument("--count", type=int, default=50_000, help="objects with given vectors")
    options.add_argument("--made", type=int, default=10_000, help="objects whose vectors are made")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--streams", type=int, default=1, help="imports at once")
    options.add_argument("--json", default="streams.json")
    given = options.parse_args()
    texts, vectors = chosen(given)
    kinds = {"given": (texts, vectors), "made": (texts[: given.made], None)}

    rounds = []
    server = ours()
    clients = [server.connect() for _ in range(given.streams)]
    try:
        rate(server, clients, "B", texts[:5000], None)  # warms the server up
        for number in range(given.rounds):
            order = "SB" if number % 2 else "BS"
            told = {}
            for kind, way in itertools.product(kinds, order):
                told[f"{kind} {way}"] = rate(server, clients, way, *kinds[kind])
            for kind in kinds:
                stream, batch = told[f"{kind} S"], told[f"{kind} B"]
                told[f"{kind} S/B"] = stream["rate"] / batch["rate"]
                print(
                    f"round {number + 1}, {kind}: S {stream['rate']:.0f}/s, B {batch['rate']:.0f}/s,"
                    f" S/B {told[f'{kind} S/B']:.3f}; server's CPU for 1000 S {stream['server CPU s']:.2f} s,"
                    f" B {batch['server CPU s']:.2f} s",
                    flush=True,
                )
            rounds.append(told)
    finally:
        for client in clients:
            client.close()
        server.end()
    for kind in kinds:
        print(f"median of {kind}: S/B {statistics.median(each[f'{kind} S/B'] for each in rounds):.3f}")
    with open(given.json, "w") as out:
        json.dump(rounds, out, indent=1)


if __name__ == "__main__":
    main()
