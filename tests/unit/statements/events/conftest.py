"""Reads the events of sentences as those of a statement of October 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from korpu.statements.document import Document
from korpu.statements.events.clauses import Clause, clauses
from korpu.statements.events.tagger import tag
from korpu.statements.read import read
from korpu.statements.reading import Candidate

Told = Callable[[str], tuple[Candidate, ...]]
Cut = Callable[[str], list[tuple[str, Clause]]]


@pytest.fixture(scope="session")
def told() -> Told:
    """Return the candidates of a text."""
    return lambda text: read(Document(text, published="2025-10")).candidates


@pytest.fixture(scope="session")
def cut() -> Cut:
    """Return the clauses of a sentence with their words."""

    def run(sentence: str) -> list[tuple[str, Clause]]:
        tokens = tag(sentence)
        return [(sentence[tokens[c.start].start : tokens[c.end - 1].end], c) for c in clauses(tokens)]

    return run
