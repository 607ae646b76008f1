"""Three nodes of Weaviate behind our import, one of them killed and started again meanwhile: is what was acknowledged there?

    python3 nodes.py --weaviate PATH --corpus corpus.jsonl [--factor 3]

Objects go in batches with ids of their own; what a batch reports no error for counts as acknowledged. In the end every
acknowledged object is read back by its id, from all replicas together. Failed objects are sent again, with the same ids.
"""

import argparse
import json
import os
import random
import signal
import threading
import time
import uuid

from weaviate.classes.config import Configure, ConsistencyLevel, DataType, Property, ReplicationDeletionStrategy
from weaviate.classes.data import DataObject

from servers import Server, free_port, ours

NODES = 3


class Nodes:
    """Nodes on the loopback interface; a node that was killed comes back with its data and ports."""

    def __init__(self, binary):
        self.binary = binary
        self.ports = [{name: free_port() for name in ("gossip", "raft")} for _ in range(NODES)]
        for ports in self.ports:
            ports["data"], ports["rpc"] = ports["gossip"] + 1, ports["raft"] + 1  # where other nodes look for them
        self.servers = [None] * NODES
        starts = [threading.Thread(target=self.start, args=(number,)) for number in range(NODES)]
        for start in starts:
            start.start()
            time.sleep(1)
        for start in starts:
            start.join()

    def start(self, number):
        before, ports = self.servers[number], self.ports[number]
        server = Server.__new__(Server)
        environment = {
            "AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED": "true",
            "CLUSTER_HOSTNAME": f"node{number + 1}",
            "CLUSTER_ADVERTISE_ADDR": "127.0.0.1",
            "CLUSTER_IN_LOCALHOST": "true",
            "CLUSTER_GOSSIP_BIND_PORT": str(ports["gossip"]),
            "CLUSTER_DATA_BIND_PORT": str(ports["data"]),
            "CLUSTER_JOIN": "" if number == 0 else f"127.0.0.1:{self.ports[0]['gossip']}",
            "RAFT_PORT": str(ports["raft"]),
            "RAFT_INTERNAL_RPC_PORT": str(ports["rpc"]),
            "RAFT_JOIN": ",".join(f"node{n + 1}:{self.ports[n]['raft']}" for n in range(NODES)),
            "RAFT_BOOTSTRAP_EXPECT": str(NODES),
            "DISABLE_TELEMETRY": "true",
            "GO_PROFILING_DISABLE": "true",
            "LOG_LEVEL": "error",
            "GRPC_PORT": "{GRPC}",
            "PERSISTENCE_DATA_PATH": "{DATA}",
        }
        command = [self.binary, "--host", "127.0.0.1", "--port", "{HTTP}", "--scheme", "http"]
        server.launch(f"node{number + 1}", command, environment, before)
        self.servers[number] = server

    def kill(self, number):
        self.servers[number].process.send_signal(signal.SIGKILL)
        self.servers[number].process.wait()

    def end(self):
        for server in self.servers:
            if server:
                server.end()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--weaviate", required=True, help="the program: infra/scripts/weaviate-server find")
    options.add_argument("--corpus", required=True)
    options.add_argument("--count", type=int, default=20_000)
    options.add_argument("--factor", type=int, default=NODES)
    given = options.parse_args()
    with open(given.corpus) as lines:
        texts = [json.loads(line)["text"] for line in lines]
    texts = random.Random(3).sample(texts, given.count)

    nodes = Nodes(os.path.abspath(given.weaviate))
    app = None
    try:
        app = ours(
            TEXT2VEC_ENGINE="weaviate",
            WEAVIATE_URL=f"http://127.0.0.1:{nodes.servers[0].http}",
            WEAVIATE_GRPC_URL=f"http://127.0.0.1:{nodes.servers[0].grpc}",
        )
        with app.connect() as client:
            packages = client.collections.create(
                "Package",
                vector_config=Configure.Vectors.text2vec_transformers(),
                properties=[Property(name="text", data_type=DataType.TEXT)],
                replication_config=Configure.replication(
                    factor=given.factor, deletion_strategy=ReplicationDeletionStrategy.TIME_BASED_RESOLUTION
                ),
            )
            acknowledged, failed = set(), {}
            objects = [
                DataObject({"text": text}, uuid=uuid.uuid5(uuid.NAMESPACE_DNS, f"{number} {text}"))
                for number, text in enumerate(texts)
            ]
            quorum = packages.with_consistency_level(ConsistencyLevel.QUORUM)
            begun = time.monotonic()
            for start in range(0, len(objects), 200):
                if start == given.count // 4 // 200 * 200:
                    print(f"killing node3 after {start} objects", flush=True)
                    nodes.kill(NODES - 1)
                if start == given.count // 2 // 200 * 200:
                    print(f"starting node3 again after {start} objects", flush=True)
                    threading.Thread(target=nodes.start, args=(NODES - 1,)).start()
                part = objects[start : start + 200]
                try:
                    errors = quorum.data.insert_many(part).errors
                except Exception as why:  # noqa: BLE001  the client raises where all of a batch failed
                    errors = dict.fromkeys(range(len(part)), str(why))
                for at, each in enumerate(part):
                    if at in errors:
                        failed[each.uuid] = (each, str(errors[at]))
                    else:
                        acknowledged.add(each.uuid)
            print(
                f"{len(acknowledged)} acknowledged, {len(failed)} with an error, in {time.monotonic() - begun:.0f} s",
                flush=True,
            )
            for why in sorted({why[:160] for _, why in failed.values()})[:3]:
                print("   ", why)
            check(quorum, acknowledged)
            while failed:
                again = [each for each, _ in failed.values()][:200]
                errors = quorum.data.insert_many(again).errors
                done = [each.uuid for at, each in enumerate(again) if at not in errors]
                assert done, errors
                for each in done:
                    failed.pop(each)
                    acknowledged.add(each)
            count = packages.aggregate.over_all(total_count=True).total_count
            print(f"after sending again what had failed: {count} objects of {given.count}")
            check(quorum, acknowledged)
    finally:
        if app:
            app.end()
        nodes.end()


def check(packages, ids):
    ids = list(ids)
    missing = 0
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        found = {hit.uuid for hit in packages.query.fetch_objects_by_ids(part, limit=len(part)).objects}
        missing += len(set(part) - found)
    print(f"of {len(ids)} acknowledged objects {missing} are missing", flush=True)
    assert missing == 0


if __name__ == "__main__":
    main()
