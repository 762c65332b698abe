"""A draft in paragraphs with its findings in the margin, each beside the paragraph that holds the words concerned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from django.urls import reverse

from korpu.app.books import Books
from korpu.app.drafts import told
from korpu.app.findings import FindingRow
from korpu.app.records import record as record_of
from korpu.kernel.errors import NotFoundError
from korpu.kernel.finding import Input
from korpu.ledger.record import Record
from korpu.statements.reading import Reading
from korpu.web import marks
from korpu.web.evidence import claim_url, claims_of
from korpu.web.marks import Piece
from korpu.web.recorded import sourced
from korpu.web.request import language


@dataclass(frozen=True)
class Gloss:
    """A finding in the margin: its number on the page, and what it compares with."""

    number: int
    row: FindingRow
    said: str
    inputs: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Stretch:
    """Words under the same marks, and the findings whose first words end here."""

    text: str
    severity: str
    closes: tuple[Gloss, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the draft with what stands beside it."""

    role: str
    language: str
    speaker: str | None
    stretches: tuple[Stretch, ...]
    glosses: tuple[Gloss, ...] = ()


def paragraphs(books: Books, reading: Reading, rows: Sequence[FindingRow]) -> list[Paragraph]:
    """Return the draft cut into paragraphs; every finding stands beside the one in which its first words end."""
    found = glosses(books, rows)
    lit = replace(reading, candidates=(), figures=(), findings=tuple(one.row.finding for one in found))
    blocks = marks.blocks(lit)
    placed = _placed(found, [piece for block in blocks for piece in block.pieces])
    out: list[Paragraph] = []
    for block in blocks:
        passage = block.passage
        for at, group in enumerate(_parts(block.pieces)):
            stretches = tuple(Stretch(p.text, p.severity, tuple(placed.get(p.start, ()))) for p in group)
            beside = tuple(one for stretch in stretches for one in stretch.closes)
            out.append(
                Paragraph(passage.role, passage.language, passage.speaker if at == 0 else None, stretches, beside)
            )
    return out


def _placed(found: Sequence[Gloss], pieces: Sequence[Piece]) -> dict[int, list[Gloss]]:
    """Return for the start of each piece the findings whose first words end in it, none of them left out."""
    placed: dict[int, list[Gloss]] = {}
    starts = sorted(piece.start for piece in pieces)
    for one in found:
        end = one.row.finding.ranges[0][1] if one.row.finding.ranges else 0
        at = max(bisect_left(starts, end) - 1, 0)
        if starts:
            placed.setdefault(starts[at], []).append(one)
    return placed


def lit(text: str, start: int, found: Sequence[Gloss]) -> list[Stretch]:
    """Return a text that begins at an offset of its document, cut where words of findings begin and end."""
    ends = {start, start + len(text)}
    spans = [(a, b, one) for one in found for a, b in one.row.finding.ranges if start <= a and b <= start + len(text)]
    edges = sorted(ends | {edge for a, b, _ in spans for edge in (a, b)})
    out = []
    for a, b in pairwise(edges):
        own = [one for first, last, one in spans if first <= a and b <= last]
        closing = tuple(one for one in found if one.row.finding.ranges[:1] and one.row.finding.ranges[0][1] == b)
        worst = next((s for s in ("error", "warning", "info") if any(o.row.finding.severity == s for o in own)), "")
        out.append(Stretch(text[a - start : b - start], worst, closing))
    return out


def _parts(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut the pieces of a passage where the text begins a new paragraph or line."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.before and parts[-1]:
            parts.append([])
        parts[-1].append(piece)
    return [part for part in parts if part]


def glosses(books: Books, rows: Sequence[FindingRow]) -> list[Gloss]:
    """Return findings with their numbers and with links to what they compare with."""
    titles = {name: row.title or name for name, row in sourced(books).items()}
    out = []
    for number, row in enumerate(rows, 1):
        record = _record(books, row.record)
        inputs = tuple(_input(one, titles, record) for one in row.finding.inputs if one.quote)
        said = told(row, language(), {record.id: record} if record else {})
        out.append(Gloss(number, row, said, inputs))
    return out


def _record(books: Books, name: str | None) -> Record | None:
    try:
        return record_of(books, name) if name else None
    except NotFoundError:
        return None


def _input(one: Input, titles: dict[str, str], record: Record | None) -> dict[str, Any]:
    """Return words of another source, with the address of the card of the claim that rests on them."""
    claims = claims_of(record) if record else ()
    own = [c for c in claims if c.evidence.source == one.source and c.evidence.ranges == one.ranges]
    own.sort(key=lambda c: c.property not in ("amount", "count"))
    known = one.source in titles
    url = reverse("sources:read", args=[one.source]) if known else ""
    card = claim_url(record.id, own[0].id) if record and own else ""
    title = titles.get(one.source, one.source)
    return {"quote": one.quote, "title": title, "said": one.said, "url": url, "card": card, "known": known}
