"""What lists and pages show of sources and candidates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse

from korpu.app.accepting import accepted
from korpu.app.books import Books
from korpu.app.intake import sources
from korpu.app.review import Pending
from korpu.drawing import wording
from korpu.kernel.errors import NotFoundError
from korpu.kernel.plain_text import visible
from korpu.statements.reading import Candidate, Figure, Reading
from korpu.store.rows import SourceRow


@dataclass(frozen=True)
class Item:
    """A candidate as the reader's panel shows it."""

    key: str
    index: int
    state: str
    candidate: Candidate
    title: str
    amount: str
    url: str
    record: str | None = None
    note: str = ""
    entry: str | None = None


def source_row(books: Books, name: str) -> SourceRow:
    """Return one source as lists show it, or raise NotFoundError KORPU-BOOKS-002."""
    found = next((row for row in sources(books) if row.id == name), None)
    if found is None:
        raise NotFoundError("KORPU-BOOKS-002", f"There is no source {name}.")
    return found


def about(books: Books, source: str) -> dict[str, str]:
    """Return what was kept of a source beyond its title: who spoke, and where."""
    found = books.source(source)
    said = found[1] if found else {}
    return {name: str(said[name]) for name in ("speaker", "place", "who", "whom") if said.get(name)}


def items(books: Books, pending: list[Pending], reading: Reading, language: str) -> list[Item]:
    """Return the candidates of one source with what each became."""
    records = accepted(books, pending[0].source) if pending else {}
    return [_item(books, found, reading, language, records) for found in pending]


def item(books: Books, pending: list[Pending], key: str, reading: Reading, language: str) -> Item:
    """Return one candidate of a source, or a page that says there is none."""
    found = next((p for p in pending if p.key == key), None)
    if found is None:
        raise Http404
    return _item(books, found, reading, language, accepted(books, found.source))


def _item(books: Books, found: Pending, reading: Reading, language: str, records: Mapping[int, str]) -> Item:
    candidate = found.candidate
    return Item(
        found.key,
        found.position,
        found.state,
        candidate,
        headline(candidate),
        amount(candidate, reading.figures, language),
        reverse("sources:candidate", args=[found.source, found.key]),
        records.get(found.position),
        _note(books, found),
        found.entry,
    )


def headline(candidate: Candidate) -> str:
    """Return a short name for a candidate: its title, else the first words of its quote."""
    words = visible(candidate.title or candidate.name or " ".join(candidate.quote.split()))
    words = words if len(words) <= 90 else words[:90].rsplit(" ", 1)[0] + " …"
    return words[:1].upper() + words[1:]


def amount(candidate: Candidate, figures: tuple[Figure, ...], language: str) -> str:
    """Return the money of a candidate, else its count, with the word that bounds it."""
    own = [figures[i] for i in candidate.figures if i < len(figures)]
    for value, unit, write in (
        (candidate.amount, candidate.currency, wording.money),
        (candidate.count, candidate.count_unit, wording.count),
    ):
        if value is not None:
            said = next((f for f in own if f.value == value), None)
            body: dict[str, Any] = {"amount": value, "count": value, "currency": unit, "unit": unit}
            return write(body | ({"qualifier": said.qualifier} if said else {}), language)
    return ""


def _note(books: Books, found: Pending) -> str:
    if found.state not in ("rejected", "asked") or not found.entry:
        return ""
    said = books.journal.payload(found.entry) or {}
    return str(said.get("reason") or said.get("question") or "")
