"""Servers to measure: started on free ports with an empty data directory, watched from outside, ended."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

import weaviate
from weaviate.classes.init import AdditionalConfig, Timeout

ROOT = Path(__file__).resolve().parents[3]
TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


class Server:
    """A process with an HTTP and a gRPC port on the loopback interface."""

    def __init__(self, name, command, environment):
        self.launch(name, command, environment)

    def launch(self, name, command, environment, before=None):
        """Starts it, on the ports and data of the one before if there was one."""
        self.name = name
        self.http, self.grpc = (before.http, before.grpc) if before else (free_port(), free_port())
        self.data = before.data if before else Path(tempfile.mkdtemp(prefix=f"bench-{name}-"))
        ports = {"HTTP": str(self.http), "GRPC": str(self.grpc), "DATA": str(self.data)}
        filled = {key: value.format(**ports) for key, value in environment.items()}
        self.log = open(self.data.with_suffix(".log"), "w")
        self.process = subprocess.Popen(
            [part.format(**ports) for part in command],
            env={**os.environ, **filled},
            stdout=self.log,
            stderr=self.log,
        )
        self._wait()

    def _wait(self):
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.http}/v1/.well-known/ready", timeout=1)
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        raise SystemExit(f"{self.name} did not start: see {self.log.name}")

    def connect(self):
        return weaviate.connect_to_local(
            host="127.0.0.1",
            port=self.http,
            grpc_port=self.grpc,
            skip_init_checks=True,
            additional_config=AdditionalConfig(timeout=Timeout(init=10, query=120, insert=300)),
        )

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_mib(self):
        """Resident and proportional."""
        wanted = {}
        for line in Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines():
            name, _, value = line.partition(":")
            if name in ("Rss", "Pss", "Anonymous", "Pss_Anon"):
                wanted[name] = int(value.split()[0]) / 1024
        return {"resident": wanted["Rss"], "anonymous": wanted.get("Anonymous", wanted.get("Pss_Anon"))}

    def disk_mib(self):
        return sum(file.stat().st_blocks * 512 for file in self.data.rglob("*") if file.is_file()) / 2**20

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.kill()
        self.log.close()
        shutil.rmtree(self.data, ignore_errors=True)


def ours(**environment):
    return Server(
        "text2vec",
        [str(ROOT / "run"), "--prod"],
        {"PORT": "{HTTP}", "GRPC_PORT": "{GRPC}", "PERSISTENCE_DATA_PATH": "{DATA}", **environment},
    )


def weaviate_server(binary, **environment):
    gossip, data = free_port(), free_port()
    return Server(
        "weaviate",
        [binary, "--host", "127.0.0.1", "--port", "{HTTP}", "--scheme", "http"],
        {
            "GRPC_PORT": "{GRPC}",
            "PERSISTENCE_DATA_PATH": "{DATA}",
            "AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED": "true",
            "CLUSTER_HOSTNAME": "node1",
            "CLUSTER_ADVERTISE_ADDR": "127.0.0.1",
            "CLUSTER_GOSSIP_BIND_PORT": str(gossip),
            "CLUSTER_DATA_BIND_PORT": str(data),
            "RAFT_PORT": str(free_port()),
            "RAFT_INTERNAL_RPC_PORT": str(free_port()),
            "RAFT_JOIN": "node1",
            "RAFT_BOOTSTRAP_EXPECT": "1",
            "DISABLE_TELEMETRY": "true",
            "LOG_LEVEL": "error",
            **environment,
        },
    )
