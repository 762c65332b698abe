"""Helpers that tell a story in candidates and link it, as accepting all by the first proposal does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from korpu.ledger.book import Ledger
from korpu.ledger.claim import Claim, Evidence
from korpu.ledger.linking import Context, PlainWorld, World, propose
from korpu.ledger.record import Record
from korpu.ledger.writing import claims_of
from korpu.statements.reading import Candidate, Party


class Lands(PlainWorld):
    """A small world: two countries, and towns within them."""

    inside = {"Orhei": "Moldova", "Balti": "Moldova", "Oslo": "Norway", "Bergen": "Norway"}  # noqa: RUF012

    def within(self, inner: str, outer: str) -> bool:
        return self.inside.get(inner) == outer

    def wide(self, place: str) -> bool:
        return place in self.inside.values()


def told(
    kind: str = "initiative", stage: str | None = "completed", *, track: str = "recovery", **fields: Any
) -> Candidate:
    """Make a candidate; parties may be given as {"name": "role"}."""
    named = tuple(Party(name, role) for name, role in fields.pop("parties", {}).items())
    quote = fields.pop("quote", fields.get("title") or kind)
    return Candidate(((0, 1),), quote, kind, track, stage, parties=named, **fields)


def claim(
    name: str, value: Any, *, record: str = "r", kind: str = "initiative", entry: str = "e1", **fields: Any
) -> Claim:
    """Make a claim of one entry, its id made of entry and property."""
    evidence = Evidence(fields.pop("source", "src-a"), ((0, 1),), "quote")
    return Claim(f"{entry}.{name}.{value!s:.20}", entry, record, kind, name, value, evidence, step="s1", **fields)


class Telling:
    """A ledger that takes in stories, one source after another."""

    def __init__(self, world: World | None = None) -> None:
        self.ledger = Ledger()
        self.world = world or Lands()
        self.entries = 0

    def source(self, name: str, candidates: Sequence[Candidate], *, said: str = "2025-05") -> list[str]:
        """Link the candidates of a source in their order and return the record that each went to."""
        context = Context(name, {}, self.world)
        went: dict[int, str] = {}
        for index, made in enumerate(candidates):
            context.accepted = went
            placed = made if made.ranges != ((0, 1),) else _placed(made, index)
            best = propose(placed, self.ledger, context)[0]
            self.entries += 1
            record = best.record or f"rec-{self.entries}"
            went[index] = record
            self.ledger.add(self._claims(placed, record, best.kind, name, said))
        return [went[i] for i in range(len(candidates))]

    def records(self, kind: str | None = None) -> list[Record]:
        """Return the records, those of one kind if it is named."""
        return [r for r in self.ledger if kind is None or r.kind == kind]

    def _claims(self, made: Candidate, record: str, kind: str, source: str, said: str) -> list[Claim]:
        evidence = Evidence(source, made.ranges, made.quote, made.speaker, made.language)
        entry = f"e{self.entries}"
        return [
            Claim(f"{entry}.{i}", entry, record, kind, c["property"], c["value"], evidence, step="s1", said=said)
            for i, c in enumerate(claims_of(made))
        ]


def _placed(made: Candidate, index: int) -> Candidate:
    """Put a candidate at a place of its own in the text, one sentence after another."""
    return Candidate(**{**made.__dict__, "ranges": ((index * 150, index * 150 + 100),)})
