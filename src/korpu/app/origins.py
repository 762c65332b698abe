"""Which sources tell one and the same text: found by comparing them, and parted or tied by a person with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from korpu.app.books import Books
from korpu.kernel.errors import ConflictError, InputError, NotFoundError
from korpu.ledger.origins import Alike, Decided, Origins, Sketch, Teller, alike, sketch
from korpu.ledger.origins.retold import Hint, Told, figures_of, hints
from korpu.ledger.record import Record

_MOST = 5_000
_sketches: dict[tuple[str, str], Sketch] = {}
_kept: dict[str, tuple[object, Origins]] = {}
_hints: dict[str, tuple[object, list[Hint]]] = {}
_lock = Lock()


@dataclass(frozen=True)
class Count:
    """How many sources tell a thing, and of how many independent origins they are.

    `least` is lower than `origins` where some may retell or translate others, which nobody has decided yet.
    """

    sources: int
    origins: int
    least: int


def origins(books: Books) -> Origins:
    """Return the groups of sources of one text; sources not compared before are compared now, and that is kept."""
    from korpu.store.likeness import state  # noqa: PLC0415

    key = state(books.alias)
    with _lock:
        if _kept.get(books.alias, (None,))[0] == key:
            return _kept[books.alias][1]
    rows = books.sources()
    pairs = _pairs(books, [(row.id, row.published) for row in rows])
    made = Origins.of([Teller(r.id, r.kind, r.published) for r in rows], pairs, decisions(books))
    with _lock:
        _kept[books.alias] = (key, made)
    return made


def _pairs(books: Books, sources: list[tuple[str, str | None]]) -> list[Alike]:
    from korpu.store.likeness import keep, kept  # noqa: PLC0415

    compared, pairs = kept(books.alias)
    new = [one for one in sources if one[0] not in compared]
    if not new:
        return pairs
    known = [one for one in sources if one[0] in compared]
    found = list(alike(_sketched(books, new), _sketched(books, known)))
    keep(books.alias, [name for name, _ in new], found)
    return pairs + found


def _sketched(books: Books, sources: Iterable[tuple[str, str | None]]) -> list[Sketch]:
    found = []
    for name, published in sources:
        known = _sketches.get((books.alias, name))
        if known is None:
            text = books.journal.text(name)
            known = sketch(name, text.text if text else "", published)
            if len(_sketches) < _MOST:
                _sketches[books.alias, name] = known
        found.append(known)
    return found


def decisions(books: Books) -> list[Decided]:
    """Return the decisions that stand on which sources are one text, in the order in which they were recorded."""
    from korpu.store.checked import taken_back  # noqa: PLC0415

    gone = taken_back(books.alias)
    return [
        Decided(entry.id, said["source"], said.get("other"), said["same"], said["reason"], entry.author, entry.recorded)
        for entry, said in books.journal.entries("origin")
        if said is not None and entry.id not in gone
    ]


def tie(books: Books, source: str, other: str, *, reason: str, by: str) -> str:
    """Say that two sources are one text (a reprint, a translation) and return the entry's id.

    Raises InputError KORPU-ORIGIN-001 without a reason, NotFoundError KORPU-BOOKS-002 for an unknown source,
    ConflictError KORPU-ORIGIN-002 for a source and itself or for two that are one text already.
    """
    if source == other or other in origins(books).group(source):
        raise ConflictError("KORPU-ORIGIN-002", "These sources are one text already.")
    return _decide(books, source, other, reason, by, same=True)


def part(books: Books, source: str, other: str | None = None, *, reason: str, by: str) -> str:
    """Say that a source reprints nothing (or not `other`, which may only be supposed) and return the entry's id.

    Raises InputError KORPU-ORIGIN-001 without a reason, NotFoundError KORPU-BOOKS-002 for an unknown source,
    ConflictError KORPU-ORIGIN-003 for one that stands by itself already.
    """
    if other is None and books.source(source) is not None and not origins(books).ties.get(source):
        raise ConflictError("KORPU-ORIGIN-003", "This source stands by itself already.")
    return _decide(books, source, other, reason, by, same=False)


def _decide(books: Books, source: str, other: str | None, reason: str, by: str, *, same: bool) -> str:
    if not reason.strip():
        raise InputError("KORPU-ORIGIN-001", "Say why the sources are one text, or are not.")
    for name in (source, other):
        if name is not None and books.source(name) is None:
            raise NotFoundError("KORPU-BOOKS-002", f"There is no source {name}.")
    said = {"type": "origin", "source": source, "other": other, "same": same, "reason": reason.strip()}
    return books.write(said, by=by)


def maybe_retold(books: Books) -> list[Hint]:
    """Return pairs of sources of which one may retell or translate the other and that nobody has tied or parted."""
    known = origins(books)
    parted = [{d.source, d.other} for d in known.decided if not d.same]
    return [
        one
        for one in _hinted(books)
        if one.two not in known.group(one.one)
        and not any({one.one, one.two} == pair or pair in ({one.one, None}, {one.two, None}) for pair in parted)
    ]


def _hinted(books: Books) -> list[Hint]:
    """Return what the figures read in sources hint at, worked out once for as long as no source comes or goes."""
    from korpu.store.likeness import state  # noqa: PLC0415

    key = state(books.alias)
    with _lock:
        if _hints.get(books.alias, (None,))[0] == key:
            return _hints[books.alias][1]
    figures: dict[str, list[dict[str, object]]] = {}
    for row in books.pending(state=None):
        figures.setdefault(row.source, []).append(row.candidate)
    told = [
        Told(row.id, row.published, figures_of(figures.get(row.id, ())))
        for row in books.sources()
        if row.kind != "digest"
    ]
    found = list(hints(told))
    with _lock:
        _hints[books.alias] = (key, found)
    return found


def counted(books: Books, sources: Iterable[str], found: Iterable[Hint] | None = None) -> Count:
    """Return how many independent origins some sources have."""
    wanted = list(dict.fromkeys(sources))
    groups = origins(books).independent(wanted)
    home = {name: at for at, group in enumerate(groups) for name in group}
    for hint in maybe_retold(books) if found is None and len(groups) > 1 else found or ():
        if hint.one in home and hint.two in home:
            kept, gone = sorted((home[hint.one], home[hint.two]))
            home = {name: kept if at == gone else at for name, at in home.items()}
    return Count(len(wanted), len(groups), len(set(home.values())))


def told_by(books: Books, record: Record) -> Count:
    """Return how many sources tell of a record, and of how many independent origins they are."""
    return counted(books, (claim.evidence.source for claim in record.claims))


def verify_pairs(books: Books) -> tuple[str, str] | None:
    """Return the first source whose ties, as they are kept, are not those that the texts give, and what is wrong."""
    from korpu.store.likeness import kept  # noqa: PLC0415

    compared, pairs = kept(books.alias)
    rows = [row for row in books.sources() if row.id in compared]
    texts = {row.id: books.journal.text(row.id) for row in rows}
    sketches = [sketch(r.id, text.text if (text := texts[r.id]) else "", r.published) for r in rows]
    wanted = {_pair(one) for one in alike(sketches, ())}
    wrong = wanted ^ {_pair(one) for one in pairs}
    entries = {row.id: row.entry for row in rows}
    if not wrong:
        return None
    name = min(name for both, *_ in wrong for name in both)
    return entries.get(name, name), "which sources print its text is not what the texts say; rebuild the books"


def _pair(one: Alike) -> tuple[frozenset[str], float, bool]:
    return frozenset((one.one, one.two)), one.share, one.whole


def forget() -> None:
    """Drop what is kept in memory, after words were erased."""
    with _lock:
        _sketches.clear()
        _kept.clear()
        _hints.clear()
