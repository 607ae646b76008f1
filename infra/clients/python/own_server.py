"""A packaged application of a test's own, which it may end and start again."""

import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

import weaviate

ROOT = pathlib.Path(__file__).parents[3]
SECONDS_TO_START = 120


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class OwnServer:
    """The same ports and the same data each time it is started."""

    def __init__(self, data, **settings):
        self.port, self.grpc_port = free_port(), free_port()
        self.environment = {
            **os.environ,
            "PORT": str(self.port),
            "GRPC_PORT": str(self.grpc_port),
            "PERSISTENCE_DATA_PATH": str(data),
            **settings,
        }
        self.process = None

    def start(self):
        self.process = subprocess.Popen([ROOT / "run", "--prod"], env=self.environment)
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/v1/.well-known/ready", timeout=5)
                return
            except (urllib.error.URLError, OSError):
                assert self.process.poll() is None, "the application has ended"
                time.sleep(0.1)
        raise AssertionError("the application doesn't start")

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        return self.process.wait(60)

    def connect(self, **settings):
        return weaviate.connect_to_local(port=self.port, grpc_port=self.grpc_port, **settings)

    def close(self):
        if self.process is not None and self.process.poll() is None:
            self.end(signal.SIGKILL)
