"""Looking at the ledger: lists with filters, one record, its history, and type-ahead."""

from __future__ import annotations

from dataclasses import dataclass

from korpu.app.books import Books
from korpu.app.held import held
from korpu.app.world import world
from korpu.kernel.edtf import parse
from korpu.kernel.errors import InputError, NotFoundError
from korpu.kernel.stages import RUNGS, STAGES
from korpu.ledger.kinds import kinds
from korpu.ledger.linking import World
from korpu.ledger.record import Record


@dataclass(frozen=True)
class HistoryRow:
    """One entry that concerns a record: when it was written, by whom, of which type, and what it did."""

    entry: str
    recorded: str
    author: str
    type: str
    what: str
    source: str | None = None
    quote: str | None = None
    void: bool = False


@dataclass(frozen=True)
class RecordHit:
    """A record found by type-ahead."""

    id: str
    kind: str
    title: dict[str, str]
    place: str | None
    stage: str | None


def ledger(
    books: Books,
    *,
    kind: str | None = None,
    track: str | None = None,
    place: str | None = None,
    stage: str | None = None,
    text: str | None = None,
    said: str | None = None,
    known: str | None = None,
) -> list[Record]:
    """Return the records that pass every filter given, in the order in which they were first named.

    `stage` is a stage or a block of the ladder ("needed", "promised" … "in_use"); `place` includes places within it;
    `said` (EDTF) keeps sources published by then, `known` entries recorded by then. Raises InputError
    KORPU-LEDGER-001 for a stage or kind that does not exist.
    """
    if said is not None:
        parse(said)
    if kind is not None and kind not in kinds():
        raise InputError("KORPU-LEDGER-001", f"There is no kind of record {kind!r}; there are {', '.join(kinds())}.")
    wanted = _stages(stage)
    names = world(books)
    return [
        found
        for found in held(books, said=said, known=known)
        if (kind is None or found.kind == kind)
        and (track is None or found.track == track)
        and (wanted is None or found.stage in wanted)
        and (place is None or at(found, place, names))
        and (text is None or mentions(found, text))
    ]


def record(books: Books, name: str, *, said: str | None = None, known: str | None = None) -> Record:
    """Return one record, also by the id of one merged into it, or raise NotFoundError KORPU-LEDGER-002."""
    found = held(books, said=said, known=known).record(name)
    if found is None:
        raise NotFoundError("KORPU-LEDGER-002", f"There is no record {name}.")
    return found


def history(books: Books, name: str) -> list[HistoryRow]:
    """Return every entry that concerns a record, withdrawn ones included, in the order of the journal."""
    ledger_now = held(books)
    head = ledger_now.head(name)
    rows: list[HistoryRow] = []
    mine: set[str] = set()
    for entry, said in books.journal.entries("claims", "identity", "review"):
        if said is None:
            continue
        ends = [said.get("record"), said.get("from"), said.get("to")]
        concerned = any(end and ledger_now.head(str(end)) == head for end in ends) or name in ends
        if not concerned and said.get("target") not in mine:
            continue
        mine.add(entry.id)
        words = said.get("evidence") or {}
        what = said.get("decision") or said.get("relation") or ", ".join(c["property"] for c in said.get("claims", ()))
        row = HistoryRow(
            entry.id, entry.recorded, entry.author, entry.type, what, words.get("source"), words.get("quote")
        )
        rows.append(row)
    void = {
        str(said["target"])
        for entry, said in books.journal.entries("review")
        if said is not None and said["decision"] == "withdraw"
    }
    return [HistoryRow(**{**row.__dict__, "void": row.entry in void}) for row in rows]


def suggest(books: Books, text: str, *, limit: int = 12) -> list[RecordHit]:
    """Return records whose title, place or parties begin like or hold the typed text, the likeliest first."""
    typed = text.casefold().strip()
    hits = [(score, found) for found in held(books) if (score := _typed(found, typed)) > 0]
    hits.sort(key=lambda hit: -hit[0])
    return [RecordHit(r.id, r.kind, r.title, r.place, r.stage) for _, r in hits[:limit]]


def at(found: Record, place: str, names: World) -> bool:
    """Tell whether a record is at a place or within it."""
    own = (found.place, *found.places)
    return any(p is not None and (names.same(p, place) or names.within(p, place)) for p in own)


def mentions(found: Record, text: str) -> bool:
    """Tell whether every word of a search is in the record's titles, parties, places or quotes."""
    said = [*found.title.values(), found.object or "", *found.places, *(p for p, _ in found.parties)]
    said += [found.id, found.track or "", *dict.fromkeys(c.evidence.quote for c in found.claims)]
    heap = " ".join(said).casefold()
    return all(word in heap for word in text.casefold().split())


def _stages(stage: str | None) -> frozenset[str] | None:
    if stage is None:
        return None
    rungs = dict(RUNGS)
    if stage in rungs:
        return frozenset((*rungs[stage], stage) if stage in STAGES else rungs[stage])
    if stage in STAGES:
        return frozenset((stage,))
    raise InputError("KORPU-LEDGER-001", f"There is no stage {stage!r}; there are {', '.join(STAGES)}.")


def _typed(found: Record, typed: str) -> int:
    titles = [t.casefold() for t in found.title.values()]
    if any(t.startswith(typed) for t in titles) or found.id == typed:
        return 3
    words = typed.split()
    heap = " ".join([*titles, *(p.casefold() for p in found.places), *(p.casefold() for p, _ in found.parties)])
    return 2 if words and all(w in heap for w in words) else 0
