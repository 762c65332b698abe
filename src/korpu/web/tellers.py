"""Who tells a thing and who only prints it again, as lists, cards and pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from korpu.app.books import Books
from korpu.app.origins import Count, counted, maybe_retold, origins
from korpu.ledger.origins import Decided, Origins
from korpu.ledger.record import Record
from korpu.store.rows import SourceRow
from korpu.web.evidence import values
from korpu.web.written import percent


@dataclass(frozen=True)
class Print:
    """A source that prints a text; `share` is how many of its words are the same, empty where a person said so."""

    row: SourceRow
    share: str = ""


@dataclass(frozen=True)
class Told:
    """A source of a list with those that print its text again."""

    row: SourceRow
    again: tuple[Print, ...] = ()

    @property
    def waiting(self) -> int:
        """How many candidates of the reprints wait."""
        return sum(one.row.open for one in self.again)


@dataclass(frozen=True)
class Kin:
    """What the page of a source says of others: of one text with it, perhaps a translation, and what was decided."""

    first: Print | None
    again: tuple[Print, ...]
    perhaps: tuple[tuple[SourceRow, int], ...]
    others: tuple[SourceRow, ...]
    decided: Decided | None

    @property
    def any(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.first or self.again or self.perhaps or self.decided)


def grouped(books: Books, rows: Sequence[SourceRow], language: str) -> list[Told]:
    """Return sources with their reprints beneath them, in the order given; a group stands where its first row does."""
    known, by_id = origins(books), {row.id: row for row in rows}
    out: list[Told] = []
    seen: set[str] = set()
    for row in rows:
        if row.id not in seen:
            first, *rest = [name for name in known.group(row.id) if name in by_id]
            again = (Print(by_id[name], _share(known, first, name, language)) for name in rest)
            out.append(Told(by_id[first], tuple(again)))
            seen.update((first, *rest))
    return out


def kin(books: Books, source: str, rows: Iterable[SourceRow], language: str) -> Kin:
    """Return what there is to say of other sources on the page of one."""
    known, by_id = origins(books), {row.id: row for row in rows}
    group = [name for name in known.group(source) if name in by_id]
    first = group[0] if group and group[0] != source else None
    hints = [(h, h.two if h.one == source else h.one) for h in maybe_retold(books) if source in (h.one, h.two)]
    return Kin(
        Print(by_id[first], _share(known, source, first, language)) if first else None,
        tuple(Print(by_id[n], _share(known, source, n, language)) for n in group if n not in (source, first)),
        tuple((by_id[name], hint.figures) for hint, name in hints if name in by_id),
        tuple(row for name, row in by_id.items() if name not in group and name != source),
        known.decision(source),
    )


def _share(known: Origins, one: str, two: str, language: str) -> str:
    share = known.share(one, two)
    return percent(share, language) if share is not None else ""


def supporting(books: Books, record: Record, claim: str) -> Count | None:
    """Return how many sources, of how many origins, state the value that a claim states; None for other claims."""
    for _, value in values(record):
        for claims in (value.claims, *(own for _, own in value.others)):
            if any(c.id == claim for c in claims):
                return counted(books, (c.evidence.source for c in claims))
    return None
