"""Reads the events and figures of Azerbaijani sentences as those of a statement of 20 November 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from korpu.statements.document import Document
from korpu.statements.read import read
from korpu.statements.reading import Candidate, Figure, Reading

Told = Callable[[str], tuple[Candidate, ...]]
Numbers = Callable[[str], tuple[Figure, ...]]


def _read(text: str) -> Reading:
    return read(Document(text, language="az", published="2025-11-20"))


@pytest.fixture(scope="session")
def told() -> Told:
    """Return the candidates of an Azerbaijani text."""
    return lambda text: _read(text).candidates


@pytest.fixture(scope="session")
def numbers() -> Numbers:
    """Return the figures of an Azerbaijani text."""
    return lambda text: _read(text).figures
