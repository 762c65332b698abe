"""What lists show of the books, as plain values that need no database to be imported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PendingRow:
    """A candidate that waits for a person, or waited: `candidate` is its JSON, `entry` the decision on it."""

    key: str
    source: str
    position: int
    candidate: dict[str, Any]
    state: str = "open"
    entry: str | None = None


@dataclass(frozen=True)
class SourceRow:
    """A source as lists show it; `open`, `accepted`, `rejected` and `asked` count its candidates."""

    id: str
    entry: str
    recorded: str
    kind: str
    title: str | None
    published: str | None
    url: str | None
    language: str | None
    characters: int
    filename: str | None
    open: int = 0
    accepted: int = 0
    rejected: int = 0
    asked: int = 0
