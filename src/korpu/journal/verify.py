"""Recomputes every hash of the journal and names the first entry that does not hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from korpu.journal.canonical import canonical_strings
from korpu.journal.entry import GENESIS, Head, entry_id
from korpu.journal.payloads import erased_by
from korpu.journal.ports import Row, UnreadableRowError


@dataclass(frozen=True)
class Verified:
    """The verdict: how many entries were checked, how many are erased, and the first that is wrong, with the reason."""

    entries: int
    erased: int
    first_bad: str | None = None
    reason: str | None = None

    @property
    def ok(self) -> bool:
        """Whether the books are as they were written."""
        return self.first_bad is None

    def as_json(self) -> dict[str, Any]:
        """Return the object that `korpu verify --json` prints."""
        return {
            "ok": self.ok,
            "entries": self.entries,
            "erased": self.erased,
            "first_bad": self.first_bad,
            "reason": self.reason,
        }


@dataclass
class _Walk:
    """What was seen on the way along one or more chains."""

    entries: int = 0
    missing: dict[str, int] = field(default_factory=dict)
    erasing: dict[str, int] = field(default_factory=dict)
    ends: dict[str, Head] = field(default_factory=dict)
    bad: tuple[int, str, str] | None = None

    def blame(self, place: int, name: str, reason: str) -> None:
        if self.bad is None or place < self.bad[0]:
            self.bad = (place, name, reason)


def verify(rows: Iterable[Row], heads: Iterable[Head] | None = None) -> Verified:
    """Check entries in the order of site and number, each against the one before it and against its own payload.

    `heads` are the remembered last entries, by which a cut-off end is noticed; None leaves that out. An entry
    may lack its payload only if a later erasure names it. Entries after the first bad one are read only for erasures.
    """
    walk = _Walk()
    try:
        _follow(rows, walk)
    except UnreadableRowError as error:
        walk.blame(walk.entries, _after(walk), error.message)
    else:
        _compare_erasures(walk)
        if heads is not None and walk.bad is None:
            _compare_heads(walk, {head.site: head for head in heads})
    bad = walk.bad
    erased = sum(1 for name in walk.missing if name in walk.erasing)
    return Verified(walk.entries, erased, bad and bad[1], bad and bad[2])


def _follow(rows: Iterable[Row], walk: _Walk) -> None:
    """Walk along the chains. The loop is kept flat because it runs once for every entry of the books."""
    site, seq, previous = "", 0, GENESIS
    for place, row in enumerate(rows):
        own_site, own_seq, name, recorded, author, type_, committed, before, own_hash, salt, body = row
        walk.entries = place + 1
        if own_site != site:
            site, seq, previous = own_site, 0, GENESIS
        seq += 1
        if walk.bad is None:
            if own_seq != seq:
                walk.blame(place, entry_id(site, seq), "this entry is missing, or its number was changed")
            elif before != previous:
                walk.blame(place, name, "it does not follow from the entry before it")
            elif (
                sha256(
                    canonical_strings([own_site, own_seq, name, recorded, author, type_, committed, before])
                ).hexdigest()
                != own_hash
            ):
                walk.blame(place, name, "it was altered: its hash does not fit its fields")
        if body is None or salt is None:
            walk.missing[name] = place
        elif walk.bad is None and sha256(salt + body).hexdigest() != committed:
            walk.blame(place, name, "its payload was altered")
        elif type_ == "erasure":
            walk.erasing.update(dict.fromkeys(_targets(body), place))
        previous = own_hash
        walk.ends[site] = Head(site, seq, own_hash)


def _targets(body: bytes) -> tuple[str, ...]:
    try:
        return erased_by(json.loads(body))
    except (ValueError, KeyError, TypeError):
        return ()


def _after(walk: _Walk) -> str:
    """Name the entry that comes after the last one that could be read."""
    last = next(reversed(walk.ends.values()), None)
    return entry_id(last.site, last.seq + 1) if last else "1"


def _compare_erasures(walk: _Walk) -> None:
    """Every missing payload needs an erasure after it; every erased payload must be gone."""
    for name, place in walk.missing.items():
        if walk.erasing.get(name, -1) < place:
            walk.blame(place, name, "its payload is gone, though no erasure names it")
    for name, place in walk.erasing.items():
        if name not in walk.missing:
            walk.blame(place, name, "it was erased, yet its payload is there")


def _compare_heads(walk: _Walk, heads: dict[str, Head]) -> None:
    for site in sorted({*heads, *walk.ends}):
        end, head = walk.ends.get(site, Head(site)), heads.get(site, Head(site))
        if end.seq < head.seq:
            walk.blame(walk.entries, entry_id(site, end.seq + 1), "the end of the journal was cut off here")
        elif end != head:
            walk.blame(walk.entries, entry_id(site, end.seq), "the remembered last entry is another one")
