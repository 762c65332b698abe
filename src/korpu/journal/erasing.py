"""Erasure: which payloads and words go when one entry is erased, and the entry that says so."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from korpu.journal.entry import Entry
from korpu.journal.payloads import Payload, evidence_of
from korpu.journal.ports import JournalReader, UnitOfWork
from korpu.kernel.errors import ConflictError, InputError, NotFoundError
from korpu.kernel.finding import Range

FILLER = "█"
"""Stands for each erased character (code point), so that every other offset holds."""

_REPEATED = 12
"""Shortest quote, in characters, that is blanked wherever else it stands in the same text."""


@dataclass(frozen=True)
class Plan:
    """What an erasure will destroy: the entry's payload, those that quote the same words, and words or whole texts."""

    target: str
    also: tuple[str, ...] = ()
    texts: dict[str, str | None] = field(default_factory=dict)
    """Source -> its text with the words blanked, None where the whole text goes."""


def plan(journal: JournalReader, target: str) -> Plan:
    """Work out what goes when an entry is erased; nothing is changed.

    Raises NotFoundError KORPU-ERASE-001 for an unknown entry, ConflictError KORPU-ERASE-002 for one that was erased
    before, KORPU-ERASE-003 for an erasure, which must stay to explain what is missing.
    """
    entry, payload = journal.entry(target), journal.payload(target)
    if entry is None:
        raise NotFoundError("KORPU-ERASE-001", f"There is no entry {target}.")
    if payload is None:
        raise ConflictError("KORPU-ERASE-002", f"{target} was erased before.")
    if entry.type == "erasure":
        raise ConflictError(
            "KORPU-ERASE-003", f"{target} is an erasure itself; it stays, to say what is missing and why."
        )
    if entry.type == "source":
        source = payload["source"]["id"]
        return Plan(target, _quoting(journal, target, source, None), {source: None})
    evidence = evidence_of(payload)
    kept = journal.text(evidence["source"]) if evidence else None
    if evidence is None or kept is None:
        return Plan(target)
    ranges = _spread(kept.text, [(start, end) for start, end in evidence.get("ranges", ())])
    return Plan(target, _quoting(journal, target, kept.source, ranges), {kept.source: blank(kept.text, ranges)})


def carry_out(unit: UnitOfWork, plan: Plan, *, why: str, approved_by: str, author: str) -> Entry:
    """Write the erasure and destroy what it names, within a unit of work that the caller commits.

    Raises InputError KORPU-ERASE-004 when the reason or the approval is missing.
    """
    if not why.strip() or not approved_by.strip():
        raise InputError("KORPU-ERASE-004", "An erasure needs a reason and the name of whoever approved it.")
    remains = {source: text and digest(text) for source, text in plan.texts.items()}
    payload: Payload = {
        "type": "erasure",
        "target": plan.target,
        "why": why,
        "approved_by": approved_by,
        "also": list(plan.also),
        "sources": remains,
    }
    entry = unit.append(payload, author=author)
    for source, text in plan.texts.items():
        unit.replace_text(source, text)
    unit.destroy((plan.target, *plan.also))
    return entry


def blank(text: str, ranges: Iterable[Range]) -> str:
    """Return a text with these ranges blanked at the same length; line ends stay.

    >>> blank("a name here", [(2, 6)])
    'a ████ here'
    """
    characters = list(text)
    for start, end in ranges:
        for place in range(max(start, 0), min(end, len(characters))):
            if characters[place] != "\n":
                characters[place] = FILLER
    return "".join(characters)


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()


def remaining(journal: JournalReader) -> dict[str, str | None]:
    """Return, for every source that erasures touched, the hash of the text that must remain, None for no text."""
    left: dict[str, str | None] = {}
    for _, payload in journal.entries("erasure"):
        left.update((payload or {}).get("sources", {}))
    return left


def _spread(text: str, ranges: list[Range]) -> list[Range]:
    """Add every other place where the very words of a range stand."""
    found = set(ranges)
    for start, end in ranges:
        words = text[start:end].strip()
        place = text.find(words) if len(words) >= _REPEATED else -1
        while place >= 0:
            found.add((place, place + len(words)))
            place = text.find(words, place + 1)
    return sorted(found)


def _quoting(journal: JournalReader, target: str, source: str, ranges: list[Range] | None) -> tuple[str, ...]:
    """Name the other entries that quote a source at these ranges (None: anywhere)."""
    found = []
    for entry, payload in journal.entries():
        if payload is not None and entry.id != target and entry.type != "erasure":
            evidence = evidence_of(payload)
            quotes = evidence is not None and evidence["source"] == source and _overlap(evidence, ranges)
            if quotes or _about(payload, source, ranges):
                found.append(entry.id)
    return tuple(found)


def _about(payload: Payload, source: str, ranges: list[Range] | None) -> bool:
    """Whether a waiver's finding lies on these words of the source, or a file holds or belongs to what goes."""
    if payload["type"] == "original":
        return bool(payload["source"] == source)  # the file holds every word of its source
    if payload["type"] == "origin":
        return ranges is None and source in (payload["source"], payload.get("other"))
    if payload["type"] == "attachment":
        return ranges is None and payload["source"] == source
    finding = payload.get("finding")
    if payload["type"] != "waiver" or not isinstance(finding, dict):
        return False
    if finding.get("source", payload.get("source")) != source:
        return ranges is None and source in json.dumps(payload)
    return _overlap(finding, ranges)


def _overlap(evidence: dict[str, Any], ranges: list[Range] | None) -> bool:
    if ranges is None:
        return True
    return any(start < end_ and start_ < end for start, end in evidence.get("ranges", ()) for start_, end_ in ranges)
