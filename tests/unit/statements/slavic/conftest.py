from __future__ import annotations

from collections.abc import Callable

import pytest

from korpu.statements.document import Document
from korpu.statements.read import read
from korpu.statements.reading import Candidate

Told = Callable[..., list[Candidate]]


@pytest.fixture(scope="session")
def told() -> Told:
    """Read the candidates of a text in the order of their words."""

    def run(text: str, published: str | None = "2025-10-08") -> list[Candidate]:
        return list(read(Document(text, published=published)).candidates)

    return run
