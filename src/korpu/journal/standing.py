"""Which entries stand: worked out from the decisions that later entries record about earlier ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from korpu.journal.entry import Entry
from korpu.journal.payloads import Payload

STATE_OF = {"accept": "accepted", "approve": "accepted", "reject": "rejected", "ask": "asked"}
"""Decision on a candidate -> the state it leaves the candidate in."""


@dataclass
class Standing:
    """What became of entries and candidates; an entry that is in none of these stands as it was written."""

    void: set[str] = field(default_factory=set)
    """Entries withdrawn by a decision that itself stands."""
    superseded: dict[str, str] = field(default_factory=dict)
    """Entry -> the entry that takes its place."""
    reviewed: dict[str, Entry] = field(default_factory=dict)
    """Entry or candidate -> the first decision that stands and approves it."""
    decided: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Candidate -> its state (accepted, rejected, asked) and the entry that brought it there."""

    def stands(self, name: str) -> bool:
        """Whether an entry is neither withdrawn nor superseded."""
        return name not in self.void and name not in self.superseded


def standing(entries: Iterable[tuple[Entry, Payload | None]]) -> Standing:
    """Work out what stands after these entries, given in the order in which they were recorded.

    A withdrawal can be withdrawn. The last entry that supersedes another wins; so does the last decision on a
    candidate, save that claims made from it count as accepted for as long as they stand. Erased entries decide nothing.
    """
    known = [(entry, payload) for entry, payload in entries if payload is not None]
    found = Standing()
    for entry, payload in reversed(known):  # what withdraws comes after what it withdraws
        if payload.get("decision") == "withdraw" and entry.id not in found.void:
            found.void.add(payload["target"])
    for entry, payload in known:
        if entry.id not in found.void:
            _apply(found, entry, payload)
    for entry, payload in known:
        if payload.get("candidate") and entry.id not in found.void:
            found.decided[payload["candidate"]] = ("accepted", entry.id)
    return found


def _apply(found: Standing, entry: Entry, payload: Payload) -> None:
    if payload.get("supersedes"):
        found.superseded[payload["supersedes"]] = entry.id
    decision = payload.get("decision")
    if decision in ("accept", "approve"):
        found.reviewed.setdefault(payload["target"], entry)
    if decision in STATE_OF:
        found.decided[payload["target"]] = (STATE_OF[decision], entry.id)
