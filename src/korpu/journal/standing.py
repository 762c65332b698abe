"""Which entries stand: worked out from the decisions that later entries record about earlier ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Decided = tuple[str, Mapping[str, Any]]
"""An entry's id with its payload, or with those of its keys that bear on other entries."""

STATE_OF = {"accept": "accepted", "approve": "accepted", "reject": "rejected", "ask": "asked"}
"""Decision on a candidate -> the state it leaves the candidate in."""


@dataclass
class Standing:
    """What became of entries and candidates; an entry that is in none of these stands as it was written."""

    void: set[str] = field(default_factory=set)
    """Entries withdrawn by a decision that itself stands."""
    superseded: dict[str, str] = field(default_factory=dict)
    """Entry -> the entry that takes its place."""
    reviewed: dict[str, str] = field(default_factory=dict)
    """Entry or candidate -> the first decision that stands and approves it."""
    decided: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Candidate -> its state (accepted, rejected, asked) and the entry that brought it there."""

    def stands(self, name: str) -> bool:
        """Whether an entry is neither withdrawn nor superseded."""
        return name not in self.void and name not in self.superseded

    @property
    def touched(self) -> set[str]:
        """Entries and candidates that something became of."""
        return {*self.void, *self.superseded, *self.reviewed}


def standing(entries: Iterable[Decided]) -> Standing:
    """Work out what stands after these entries, given in the order in which they were recorded, without erased ones.

    A withdrawal can be withdrawn. The last entry that supersedes another wins; so does the last decision on a
    candidate, save that claims made from it count as accepted for as long as they stand.
    """
    known = list(entries)
    found = Standing()
    for name, payload in reversed(known):  # what withdraws comes after what it withdraws
        if payload.get("decision") == "withdraw" and name not in found.void:
            found.void.add(payload["target"])
    for name, payload in known:
        if name not in found.void:
            _apply(found, name, payload)
    for name, payload in known:
        if payload.get("candidate") and name not in found.void:
            found.decided[payload["candidate"]] = ("accepted", name)
    return found


def _apply(found: Standing, name: str, payload: Mapping[str, Any]) -> None:
    if payload.get("supersedes"):
        found.superseded[payload["supersedes"]] = name
    decision = payload.get("decision")
    if decision in ("accept", "approve"):
        found.reviewed.setdefault(payload["target"], name)
    if decision in STATE_OF:
        found.decided[payload["target"]] = (STATE_OF[decision], name)
