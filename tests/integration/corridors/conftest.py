"""The real network, built once for the session where the packages with its tables are installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from korpu.corridors import raw
from korpu.corridors.model import Network
from korpu.corridors.store import built


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not raw.installed():
        pytest.skip("scgraph-data and searoute are not installed")
    place = tmp_path_factory.mktemp("corridors")
    built(place)
    return place


@pytest.fixture(scope="session")
def network(folder: Path) -> Network:
    return built(folder)


@pytest.fixture(autouse=True)
def databases(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let tests reach the databases that they open themselves."""
    with django_db_blocker.unblock():
        yield
