"""A data folder of its own for every test of the command line, and a runner that returns what was printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from korpu.cli.main import run

STATEMENT = """Jane Doe,

Ambassador of Norway to Ukraine

- What has Norway done for Kyiv?
- In February 2025, Norway allocated 3 million euros for the repair of a school in Kyiv. In April 2025, the school was
opened. In 2024, Norway delivered 20 generators to Ukraine. So far, Norway's humanitarian aid to Ukraine has reached
40 million euros.
Norway plans to build a kindergarten in Kyiv. Norway will build a library in Kyiv in 2025.
"""


class Korpu:
    """Runs commands on one data folder."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capture = capture

    def __call__(self, *arguments: str, code: int = 0) -> str:
        self.capture.readouterr()
        assert run([*arguments, "--data", str(self.folder)]) == code
        return self.capture.readouterr().out

    def json(self, *arguments: str, code: int = 0) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self(*arguments, "--json", code=code).splitlines()]


@pytest.fixture(autouse=True)
def databases(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let tests reach the databases that they open themselves."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "statement.txt"
    path.write_text(STATEMENT, encoding="utf-8")
    return path


@pytest.fixture
def korpu(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Korpu:
    return Korpu(tmp_path / "books", capsys)


@pytest.fixture
def filled(korpu: Korpu, statement: Path) -> Callable[..., Any]:
    korpu("add", str(statement), "--published", "2025-05")
    korpu("review", "--accept-all", "--first-proposal")
    return korpu
