"""A connection with nothing but local defaults; HTTP_PORT and GRPC_PORT say where else to look."""

import os

import pytest
import weaviate


@pytest.fixture(scope="session")
def client():
    with weaviate.connect_to_local(
        port=int(os.environ.get("HTTP_PORT", "8080")), grpc_port=int(os.environ.get("GRPC_PORT", "50051"))
    ) as connected:
        yield connected


@pytest.fixture
def film(client):
    """No collection of the name before and none after."""
    client.collections.delete("Film")
    yield "Film"
    client.collections.delete("Film")
