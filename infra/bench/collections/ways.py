"""The two ways of an import into a real Weaviate, and what each is made of.

    python3 ways.py --weaviate PATH --corpus corpus.jsonl --vectors vectors.npy

In turns, several rounds: E, the rate at which the libraries alone embed the texts in one process; W, Weaviate's import of the
same objects with given vectors; and at each number of concurrent batches (a), client -> Weaviate, whose text2vec-transformers
module asks our vectorizer, and (b), client -> our import -> Weaviate. The clock stops at the last acknowledgement. (a) and (b)
share the machine and both servers, which are idle where they aren't asked.
"""

import argparse
import json
import statistics
import time

from weaviate.classes.config import Configure, DataType, Property

from imports import chosen, embedding_rate
from servers import ours, weaviate_server


def rate(client, texts, vectors, concurrent, size):
    client.collections.delete("Package")
    made = Configure.Vectors.self_provided() if vectors is not None else Configure.Vectors.text2vec_transformers()
    packages = client.collections.create(
        "Package", vector_config=made, properties=[Property(name="text", data_type=DataType.TEXT)]
    )
    start = time.monotonic()
    with packages.batch.fixed_size(batch_size=size, concurrent_requests=concurrent) as batch:
        for number, text in enumerate(texts):
            batch.add_object({"text": text}, vector=None if vectors is None else vectors[number].tolist())
    took = time.monotonic() - start
    assert not packages.batch.failed_objects, packages.batch.failed_objects[0].message
    assert len(packages) == len(texts)
    return len(texts) / took


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--weaviate", required=True, help="the program: infra/scripts/weaviate-server find")
    options.add_argument("--corpus", required=True)
    options.add_argument("--vectors", required=True)
    options.add_argument("--count", type=int, default=6000)
    options.add_argument("--batch", type=int, default=200)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seconds", type=int, default=6, help="for how long to embed")
    options.add_argument("--concurrent", type=int, nargs="+", default=[1, 2, 8])
    options.add_argument("--json", default="ways.json")
    given = options.parse_args()
    texts, vectors = chosen(given)

    rounds, servers = [], []
    try:
        vectorizer = ours()
        servers.append(vectorizer)
        weaviate = weaviate_server(
            given.weaviate,
            ENABLE_MODULES="text2vec-transformers",
            TRANSFORMERS_INFERENCE_API=f"http://127.0.0.1:{vectorizer.http}",
        )
        servers.append(weaviate)
        doors = ours(
            TEXT2VEC_ENGINE="weaviate",
            WEAVIATE_URL=f"http://127.0.0.1:{weaviate.http}",
            WEAVIATE_GRPC_URL=f"http://127.0.0.1:{weaviate.grpc}",
        )
        servers.append(doors)
        with weaviate.connect() as straight, doors.connect() as through:
            rate(straight, texts[:1000], None, 2, given.batch)  # warms them up
            rate(through, texts[:1000], None, 2, given.batch)
            for number in range(given.rounds):
                for concurrent in given.concurrent:
                    e = embedding_rate(texts, given.seconds)
                    w = rate(straight, texts, vectors, concurrent, given.batch)
                    a = rate(straight, texts, None, concurrent, given.batch)
                    b = rate(through, texts, None, concurrent, given.batch)
                    both = 1 / (1 / e + 1 / w)
                    rounds.append({"concurrent": concurrent, "E": e, "W": w, "a": a, "b": b, "of both": b / both})
                    print(
                        f"round {number + 1}, {concurrent} at once: E {e:.0f}/s, W {w:.0f}/s, (a) {a:.0f}/s, (b) {b:.0f}/s:"
                        f" (b) is {b / both:.3f} of 1/(1/E + 1/W) and {b / a:.2f} of (a)",
                        flush=True,
                    )
    finally:
        for server in reversed(servers):
            server.end()
    for concurrent in given.concurrent:
        those = [each for each in rounds if each["concurrent"] == concurrent]
        print(
            f"median, {concurrent} at once: {statistics.median(each['of both'] for each in those):.3f} of 1/(1/E + 1/W),"
            f" {statistics.median(each['b'] / each['a'] for each in those):.2f} of (a)"
        )
    with open(given.json, "w") as out:
        json.dump(rounds, out, indent=1)


if __name__ == "__main__":
    main()
