"""Claims made by hand: a person selects words and says what they state; records are tied together the same way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from korpu.app.accepting import new_id
from korpu.app.books import Books
from korpu.app.edits import edited
from korpu.app.held import held
from korpu.app.intake import reading
from korpu.app.review import undo
from korpu.kernel.errors import ConflictError, InputError, NotFoundError
from korpu.kernel.finding import Range
from korpu.ledger.book import Ledger
from korpu.ledger.identity import RELATIONS
from korpu.ledger.kinds import kinds
from korpu.ledger.writing import claims_of, evidence_of, payload
from korpu.statements.document import Document
from korpu.statements.reading import Candidate, Figure

GAP = " … "
"""Stands in a quote between two stretches of text."""


def prefill(books: Books, source: str, ranges: Sequence[Range]) -> Candidate:
    """Return what the selected words seem to state: the candidate they overlap most, and the figures within them."""
    read = reading(books, source)
    wanted = checked(ranges, read.document)
    best = max(read.candidates, key=lambda c: shared(c.ranges, wanted), default=None)
    figures = tuple(i for i, f in enumerate(read.figures) if any(s <= f.start and f.end <= e for s, e in wanted))
    quote = quoted(read.document, wanted)
    if best is None or not shared(best.ranges, wanted):
        heard = next((p for p in read.passages if p.start <= wanted[0][0] < p.end), None)
        language, speaker = (heard.language, heard.speaker) if heard else (read.language, None)
        best = Candidate(wanted, quote, "initiative", None, None, language=language, speaker=speaker)
    fresh = replace(best, ranges=wanted, quote=quote, figures=figures, rule="selected", confidence=1.0)
    return _with_figures(fresh, [read.figures[i] for i in figures])


def claim(
    books: Books,
    source: str,
    ranges: Sequence[Range],
    *,
    kind: str,
    record: str | None = None,
    properties: Mapping[str, Any],
    by: str,
) -> str:
    """Write a claim on the selected words and return the entry's id; record None opens a new one.

    `properties` are named as the fields of a candidate: title, track, stage, place, parties, when, amount, currency,
    count, count_unit … . Claims on a note for file are marked oral. Raises InputError KORPU-CLAIM-001 for an empty or
    wrong selection, KORPU-CLAIM-002 for an unknown kind, NotFoundError KORPU-REVIEW-002 for an unknown record.
    """
    read = reading(books, source)
    wanted = checked(ranges, read.document)
    if kind not in kinds():
        raise InputError("KORPU-CLAIM-002", f"There is no kind of record {kind!r}.")
    known = held(books).record(record) if record else None
    if record and known is None and not properties.get("title"):
        raise NotFoundError("KORPU-REVIEW-002", f"There is no record {record}.")
    base = prefill(books, source, wanted)
    blank = Candidate(
        wanted, base.quote, kind, None, None, speaker=base.speaker, language=base.language, figures=base.figures
    )
    said = edited(blank, properties)
    target = known.id if known else record or new_id(f"{source} {wanted} {sorted(map(str, properties.items()))}")
    evidence = {**evidence_of(said, source), "oral": read.document.kind == "note"}
    body = payload(target, known.kind if known else kind, claims_of(said, read.figures), evidence, rule="selected")
    if not body["claims"]:
        raise InputError("KORPU-CLAIM-003", "A claim states at least one property.")
    return books.write({**body, "reviewed": True}, by=by)


def link(
    books: Books,
    a: str,
    relation: str,
    b: str,
    *,
    reason: str | None,
    source: str | None = None,
    ranges: Sequence[Range] = (),
    by: str,
) -> str:
    """Say that record `a` is the same as, part of, or dependent on record `b`, and return the entry's id.

    Raises InputError KORPU-LINK-001 for another relation, ConflictError KORPU-LINK-002 for a record and itself,
    KORPU-LINK-004 for a circle, NotFoundError KORPU-LEDGER-002 for an unknown record.
    """
    if relation not in RELATIONS:
        raise InputError("KORPU-LINK-001", f"Records are linked as {', '.join(RELATIONS)}.")
    ledger = held(books)
    for name in (a, b):
        if ledger.record(name) is None:
            raise NotFoundError("KORPU-LEDGER-002", f"There is no record {name}.")
    if ledger.head(a) == ledger.head(b):
        raise ConflictError("KORPU-LINK-002", "A record cannot be linked with itself.")
    if relation != "same_as" and ledger.head(a) in _reached(ledger, b, relation):
        raise ConflictError("KORPU-LINK-004", f"{b} is already linked that way to {a}; both ways would be a circle.")
    said: dict[str, Any] = {"type": "identity", "relation": relation, "from": a, "to": b, "reason": reason}
    if source is not None and ranges:
        document = books.document(source)
        wanted = checked(ranges, document)
        quote = quoted(document, wanted)
        said["evidence"] = {"source": source, "ranges": [list(r) for r in wanted], "quote": quote}
    return books.write({name: value for name, value in said.items() if value is not None}, by=by)


def _reached(ledger: Ledger, start: str, relation: str) -> set[str]:
    """Return the records that one is part of, or depends on, directly or by way of others."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        record = ledger.record(waiting.pop())
        further = {tie.other for tie in record.relations if tie.relation == relation} if record else set()
        waiting += further - found
        found |= further
    return found


def unlink(books: Books, entry: str, *, by: str) -> str:
    """Withdraw a link and return the id of the withdrawal."""
    found = books.journal.entry(entry)
    if found is None or found.type != "identity":
        raise NotFoundError("KORPU-LINK-003", f"Entry {entry} links no records.")
    return undo(books, entry, by=by)


def checked(ranges: Sequence[Range], document: Document) -> tuple[Range, ...]:
    """Return the ranges in order, or raise InputError KORPU-CLAIM-001 when they select nothing or lie outside."""
    wanted = tuple(sorted((int(start), int(end)) for start, end in ranges))
    inside = all(0 <= start < end <= len(document.text) for start, end in wanted)
    if not wanted or not inside or any(a[1] > b[0] for a, b in pairwise(wanted)):
        raise InputError("KORPU-CLAIM-001", "Select some words of the source first.")
    return wanted


def quoted(document: Document, ranges: Sequence[Range]) -> str:
    """Return the selected words, with a mark where words were left out."""
    return GAP.join(document.text[start:end] for start, end in ranges)


def shared(one: Sequence[Range], two: Sequence[Range]) -> int:
    """Return how many characters two selections have in common."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in two)


def _with_figures(said: Candidate, figures: Sequence[Figure]) -> Candidate:
    """Let the selection decide: a figure outside it is dropped, the first of each kind within it fills the claim."""
    money = next((f for f in figures if f.kind == "money" and f.value == said.amount), None) or _first(figures, "money")
    counted = next((f for f in figures if f.kind == "count" and f.value == said.count), None) or _first(
        figures, "count"
    )
    dates = [f for f in figures if f.kind == "date"]
    when = said.when if not dates or said.when in {d.value for d in dates} else dates[0].value
    return replace(
        said,
        amount=money.value if money else None,
        currency=money.unit if money else None,
        count=counted.value if counted else None,
        count_unit=(said.count_unit or counted.unit) if counted else None,
        when=when,
    )


def _first(figures: Sequence[Figure], kind: str) -> Figure | None:
    return next((f for f in figures if f.kind == kind), None)
