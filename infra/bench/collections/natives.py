"""Native executables of import and search before a real Weaviate, beside the same in a JVM: how soon they answer, what they hold.

    python3 natives.py --weaviate PATH --corpus corpus.jsonl [--starts 20]

Each function starts by turns as an executable, which ./run --native makes, and in a JVM, where there is a packaged one; each time it
is asked at once and again until it is ready, then until it stores an object or finds one. Then one process of each is loaded by
turns: import gets batches over gRPC, search gets queries over HTTP. Vectors are made in the same process.
"""

import argparse
import contextlib
import http.client
import json
import random
import statistics
import threading
import time
from pathlib import Path

from weaviate.classes.config import Configure, DataType, Property

from servers import ROOT, Server, weaviate_server

FIRST = {
    "import": {"collection": "Package", "objects": [{"properties": {"text": "a library for dates"}}]},
    "search": {"collection": "Package", "nearText": "something about time zones", "limit": 3},
}


class Function(Server):
    """A process of import or search, with the milliseconds that its start took."""

    def __init__(self, function, kind, weaviate):
        self.function = function
        self.begun = time.monotonic()
        folder = ROOT / "functions" / function / "target"
        if kind == "native":
            command = [str(folder / "native" / f"text2vec-{function}")]
        else:
            options = ROOT / "functions" / function / "jvm.options"
            command = ["java", f"@{options}", "-jar", str(folder / "quarkus-app" / "quarkus-run.jar")]
        super().__init__(
            f"{function}-{kind}",
            command,
            {
                "PORT": "{HTTP}",
                "GRPC_PORT": "{GRPC}",
                "TEXT2VEC_GRPC_LISTEN": "true",
                "TEXT2VEC_ENGINE": "weaviate",
                "WEAVIATE_URL": f"http://127.0.0.1:{weaviate.http}",
                "WEAVIATE_GRPC_URL": f"http://127.0.0.1:{weaviate.grpc}",
            },
        )
        self.answered = self._until("POST", f"/{function}", json.dumps(FIRST[function]))

    def _wait(self):
        self.ready = self._until("GET", "/v1/.well-known/ready", None)

    def _until(self, method, path, body):
        while time.monotonic() < self.begun + 60:
            if self.process.poll() is not None:
                break
            try:
                if self.once(method, path, body) == 200:
                    return (time.monotonic() - self.begun) * 1000
            except OSError:
                pass
            time.sleep(0.002)
        raise SystemExit(f"{self.name} did not answer {path}: see {self.log.name}")

    def memory(self):
        """Resident and proportional MiB."""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines()[1:]
        sizes = {name: int(value.split()[0]) / 1024 for name, value in (line.split(":") for line in lines)}
        return sizes["Rss"], sizes["Pss"]

    def once(self, method, path, body):
        with contextlib.closing(self.connection()) as connection:
            return self.ask(connection, method, path, body)

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.http, timeout=30)

    @staticmethod
    def ask(connection, method, path, body):
        connection.request(method, path, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        return answer.status


def import_rate(function, texts):
    """Objects a second, in batches of 200, two at once."""
    with function.connect() as client:
        packages = client.collections.get("Package")
        start = time.monotonic()
        with packages.batch.fixed_size(batch_size=200, concurrent_requests=2) as batch:
            for text in texts:
                batch.add_object({"text": text})
        took = time.monotonic() - start
        assert not packages.batch.failed_objects, packages.batch.failed_objects[0].message
    return len(texts) / took


def search_rate(function, texts):
    """Searches a second, over four connections; which must all be answered."""
    waiting, statuses = list(texts), []

    def caller():
        with contextlib.closing(function.connection()) as connection:
            while True:
                try:
                    text = waiting.pop()
                except IndexError:
                    return
                body = json.dumps({"collection": "Package", "nearText": text, "limit": 10})
                statuses.append(function.ask(connection, "POST", "/search", body))

    callers = [threading.Thread(target=caller) for _ in range(4)]
    start = time.monotonic()
    for each in callers:
        each.start()
    for each in callers:
        each.join()
    took = time.monotonic() - start
    assert set(statuses) == {200} and len(statuses) == len(texts), statuses[:5]
    return len(texts) / took


RATES = {"import": import_rate, "search": search_rate}


def packaged(function):
    folder = ROOT / "functions" / function / "target"
    files = {"native": folder / "native" / f"text2vec-{function}", "JVM": folder / "quarkus-app" / "quarkus-run.jar"}
    return [kind for kind, file in files.items() if file.exists()]


def create(weaviate):
    """Through import, so that vectors are made here; its first answer made the class without them."""
    server = Function("import", packaged("import")[0], weaviate)
    with server.connect() as client:
        client.collections.delete("Package")
        client.collections.create(
            "Package",
            vector_config=Configure.Vectors.text2vec_transformers(),
            properties=[Property(name="text", data_type=DataType.TEXT)],
        )
    server.end()


def measure(function, texts, weaviate, given):
    kinds = packaged(function)
    starts = {kind: [] for kind in kinds}
    for _ in range(given.starts + 1):
        for kind in kinds:
            server = Function(function, kind, weaviate)
            starts[kind].append((server.ready, server.answered, server.memory()))
            server.end()
    servers = {kind: Function(function, kind, weaviate) for kind in kinds}
    rates = {kind: [] for kind in kinds}
    rng = random.Random(5)
    for _ in range(given.rounds + 1):
        part = rng.sample(texts, given.count)
        for kind in kinds:
            rates[kind].append(RATES[function](servers[kind], part))
    for kind in kinds:
        counted = starts[kind][1:]  # the first fills the page cache
        ready, answered = [each[0] for each in counted], [each[1] for each in counted]
        first, later = [each[2] for each in counted], servers[kind].memory()
        servers[kind].end()
        print(
            f"{function} {kind}: ready {statistics.median(ready):.0f} ms (worst {max(ready):.0f}),"
            f" first answer {statistics.median(answered):.0f} ms (worst {max(answered):.0f});"
            f" resident {statistics.median(each[0] for each in first):.0f} MiB, proportional"
            f" {statistics.median(each[1] for each in first):.0f};"
            f" {statistics.median(rates[kind][1:]):.1f} a second;"
            f" afterwards {later[0]:.0f} and {later[1]:.0f} MiB",
            flush=True,
        )


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--weaviate", required=True, help="the program: infra/scripts/weaviate-server find")
    options.add_argument("--corpus", required=True)
    options.add_argument("--starts", type=int, default=20)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--count", type=int, default=1000, help="texts of a round")
    options.add_argument("--functions", nargs="+", default=["import", "search"])
    given = options.parse_args()
    with open(given.corpus) as lines:
        texts = [json.loads(line)["text"] for line in lines]

    weaviate = weaviate_server(given.weaviate)
    try:
        create(weaviate)
        for function in given.functions:
            measure(function, texts, weaviate, given)
    finally:
        weaviate.end()


if __name__ == "__main__":
    main()
