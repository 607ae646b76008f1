"""How near an import comes to what embedding and storing cost by themselves.

    python3 imports.py --corpus corpus.jsonl --vectors vectors.npy

In turns, several rounds: E, the rate at which the libraries alone embed these texts in one process; W, our import of the
same objects with given vectors; and I, our import that makes the vectors. The clock of an import stops at the last
acknowledgement. The client runs on the same cores, and its CPU time is told apart.
"""

import argparse
import json
import random
import statistics
import subprocess
import tempfile
import time

import numpy
from weaviate.classes.config import Configure, DataType, Property

from servers import ROOT, ours


def embedding_rate(texts, seconds):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as lines:
        lines.write("\n".join(f"Package {text}" for text in texts))  # as the server puts the collection's name before
        lines.flush()
        command = [str(ROOT / "infra/bench/embedding-rate"), lines.name, str(seconds)]
        return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1])


def import_rate(server, client, texts, vectors):
    client.collections.delete("Package")
    made = Configure.Vectors.self_provided() if vectors is not None else Configure.Vectors.text2vec_transformers()
    packages = client.collections.create(
        "Package", vector_config=made, properties=[Property(name="text", data_type=DataType.TEXT)]
    )
    cpu, own, start = server.cpu_seconds(), time.process_time(), time.monotonic()
    with packages.batch.fixed_size(batch_size=500, concurrent_requests=3) as batch:
        for number, text in enumerate(texts):
            batch.add_object({"text": text}, vector=None if vectors is None else vectors[number].tolist())
    took = time.monotonic() - start
    assert not packages.batch.failed_objects, packages.batch.failed_objects[0].message
    assert len(packages) == len(texts)
    return {
        "rate": len(texts) / took,
        "server CPU s": server.cpu_seconds() - cpu,
        "client CPU s": time.process_time() - own,
    }


def chosen(given):
    """Texts of the corpus, always the same ones for a count, and their vectors."""
    with open(given.corpus) as lines:
        texts = [json.loads(line)["text"] for line in lines]
    places = random.Random(1).sample(range(len(texts)), min(given.count, len(texts)))
    return [texts[at] for at in places], numpy.load(given.vectors)[places]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--corpus", required=True)
    options.add_argument("--vectors", required=True)
    options.add_argument("--count", type=int, default=50_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seconds", type=int, default=15, help="for how long to embed")
    options.add_argument("--json", default="imports.json")
    given = options.parse_args()
    texts, vectors = chosen(given)

    rounds = []
    server = ours()
    client = server.connect()
    try:
        import_rate(server, client, texts[:5000], None)  # warms the server up
        for number in range(given.rounds):
            e = embedding_rate(texts, given.seconds)
            w = import_rate(server, client, texts, vectors)
            i = import_rate(server, client, texts, None)
            both = 1 / (1 / e + 1 / w["rate"])
            rounds.append({"E": e, "W": w, "I": i, "of both": i["rate"] / both, "of E": i["rate"] / e})
            print(
                f"round {number + 1}: E {e:.0f}/s, W {w['rate']:.0f}/s, I {i['rate']:.0f}/s:"
                f" {i['rate'] / both:.3f} of 1/(1/E + 1/W), {i['rate'] / e:.3f} of E; client CPU"
                f" {i['client CPU s']:.1f} s beside the server's {i['server CPU s']:.1f} s",
                flush=True,
            )
    finally:
        client.close()
        server.end()
    print(
        f"median: {statistics.median(each['of both'] for each in rounds):.3f} of 1/(1/E + 1/W),"
        f" {statistics.median(each['of E'] for each in rounds):.3f} of E"
    )
    with open(given.json, "w") as out:
        json.dump(rounds, out, indent=1)


if __name__ == "__main__":
    main()
