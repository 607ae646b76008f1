"""Many tenants with few objects each in the embedded engine: time, memory, open files, disk, and how long a search takes.

    python3 tenants.py --tenants 1000

Objects have a text, a number and a given vector of 384 numbers. Each tenant gets its objects in one batch of the client. A
search is measured from outside, in a tenant whose index is open and in one whose index has to be opened for it, for which
another one is closed. In the end the process is killed and started again.
"""

import argparse
import os
import random
import signal
import threading
import time
from pathlib import Path

import numpy
from weaviate.classes.config import Configure, DataType, Property
from weaviate.classes.data import DataObject
from weaviate.classes.tenants import Tenant

from servers import ours

DIMENSIONS = 384
TENANTS_A_CALL = 1000


def percentile(values, part):
    return sorted(values)[min(len(values) - 1, int(part * len(values)))] * 1000


class Watched:
    """What the process takes, seen from outside."""

    def __init__(self, server):
        self.server = server
        self.proc = Path(f"/proc/{server.process.pid}")

    def files(self):
        return len(os.listdir(self.proc / "fd"))

    def maps(self):
        with open(self.proc / "maps") as lines:
            return sum(1 for line in lines if "/shards/" in line)

    def threads(self):
        return len(os.listdir(self.proc / "task"))

    def tell(self, when):
        memory = self.server.memory_mib()
        print(
            f"{when:34} resident {memory['resident']:6.0f} MiB, anonymous {memory['anonymous']:6.0f} MiB, "
            f"{self.files():5} open files, {self.maps():5} mapped, {self.threads():4} threads, "
            f"disk {self.server.disk_mib():8.1f} MiB",
            flush=True,
        )


def fill(server, names, vectors, each, threads):
    """Imports into all tenants, several at once."""
    left = list(reversed(names))
    failures = []

    def work(seed):
        chosen = random.Random(seed)
        with server.connect() as client:
            letters = client.collections.get("Letter")
            while left:
                try:
                    name = left.pop()
                except IndexError:
                    return
                start = chosen.randrange(len(vectors) - each)
                objects = [
                    DataObject({"text": f"letter {at} to {name}", "number": at}, vector=vectors[start + at])
                    for at in range(each)
                ]
                errors = letters.with_tenant(name).data.insert_many(objects).errors
                failures.extend(str(error) for error in errors.values())

    workers = [threading.Thread(target=work, args=(seed,)) for seed in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert not failures, failures[:3]


def search(letters, name, vector, each):
    begun = time.perf_counter()
    found = letters.with_tenant(name).query.near_vector(vector, limit=10).objects
    taken = time.perf_counter() - begun
    assert len(found) == min(10, each), f"{len(found)} objects in {name}"
    assert all(hit.properties["text"].endswith(f" to {name}") for hit in found), f"another tenant's object in {name}"
    return taken


def latencies(server, names, vectors, given):
    chosen = random.Random(7)
    with server.connect() as client:
        letters = client.collections.get("Letter")
        search(letters, names[0], vectors[0], given.objects)
        again = [search(letters, names[0], chosen.choice(vectors), given.objects) for _ in range(given.searches)]
        others = chosen.sample(names[1:], min(given.searches, len(names) - 1))
        opened = [search(letters, name, chosen.choice(vectors), given.objects) for name in others]
    for what, taken in (("an open tenant", again), ("a tenant that is opened for it", opened)):
        print(
            f"search in {what}: p50 {percentile(taken, 0.5):.1f} ms, p95 {percentile(taken, 0.95):.1f} ms, "
            f"p99 {percentile(taken, 0.99):.1f} ms ({len(taken)} searches)",
            flush=True,
        )


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--tenants", type=int, default=1000)
    options.add_argument("--objects", type=int, default=100)
    options.add_argument("--searches", type=int, default=300)
    options.add_argument("--threads", type=int, default=4)
    options.add_argument("--open", type=int, help="TEXT2VEC_OPEN_TENANTS; its default without")
    given = options.parse_args()
    generator = numpy.random.default_rng(1)
    vectors = generator.standard_normal((5000 + given.objects, DIMENSIONS), dtype=numpy.float32)
    vectors = [vector.tolist() for vector in vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)]
    names = [f"tenant-{number}" for number in range(given.tenants)]
    settings = {"TEXT2VEC_OPEN_TENANTS": str(given.open)} if given.open else {}

    server = ours(**settings)
    try:
        watched = Watched(server)
        watched.tell("started, empty")
        with server.connect() as client:
            letters = client.collections.create(
                "Letter",
                multi_tenancy_config=Configure.multi_tenancy(enabled=True),
                vector_config=Configure.Vectors.self_provided(),
                properties=[
                    Property(name="text", data_type=DataType.TEXT),
                    Property(name="number", data_type=DataType.INT),
                ],
            )
            begun = time.monotonic()
            for start in range(0, len(names), TENANTS_A_CALL):
                letters.tenants.create([Tenant(name=name) for name in names[start : start + TENANTS_A_CALL]])
            print(f"{given.tenants} tenants made in {time.monotonic() - begun:.2f} s", flush=True)
        watched.tell("all made, none used")
        begun, cpu = time.monotonic(), server.cpu_seconds()
        fill(server, names, vectors, given.objects, given.threads)
        taken = time.monotonic() - begun
        print(
            f"{given.tenants} x {given.objects} objects in {taken:.1f} s: {given.tenants / taken:.0f} tenants/s, "
            f"{given.tenants * given.objects / taken:.0f} objects/s, {server.cpu_seconds() - cpu:.0f} s of processor",
            flush=True,
        )
        watched.tell("all filled")
        latencies(server, names, vectors, given)
        watched.tell("after the searches")
        begun = time.monotonic()
        with server.connect() as client:
            shards = client.cluster.nodes(collection="Letter", output="verbose")[0].shards
        counted = sum(shard.object_count for shard in shards)
        print(f"nodes told {len(shards)} shards and {counted} objects in {time.monotonic() - begun:.2f} s", flush=True)
        assert counted == given.tenants * given.objects

        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
        begun = time.monotonic()
        server.launch(server.name, [str(Path(__file__).resolve().parents[3] / "run"), "--prod"], environment(settings), server)
        print(f"killed, and ready again after {time.monotonic() - begun:.1f} s", flush=True)
        watched = Watched(server)
        watched.tell("started again, none used")
        latencies(server, names, vectors, given)
        begun = time.monotonic()
        with server.connect() as client:
            shards = client.cluster.nodes(collection="Letter", output="verbose")[0].shards
        counted = sum(shard.object_count for shard in shards)
        print(f"nodes told {len(shards)} shards and {counted} objects in {time.monotonic() - begun:.2f} s", flush=True)
        assert counted == given.tenants * given.objects
    finally:
        server.end()


def environment(settings):
    return {"PORT": "{HTTP}", "GRPC_PORT": "{GRPC}", "PERSISTENCE_DATA_PATH": "{DATA}", **settings}


if __name__ == "__main__":
    main()
