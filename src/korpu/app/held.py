"""The ledger held in memory between calls, for as long as the journal stays as it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from typing import Any

from korpu.app.books import Books
from korpu.app.origins import origins
from korpu.app.world import world
from korpu.ledger.book import Ledger
from korpu.ledger.claim import Claim
from korpu.ledger.linking import Context
from korpu.ledger.ports import Identity
from korpu.statements.reading import Candidate, Party

_KEPT = 8
_held: OrderedDict[tuple[object, ...], Ledger] = OrderedDict()
_lock = Lock()


def held(books: Books, *, said: str | None = None, known: str | None = None) -> Ledger:
    """Return the ledger of these books as of both clocks; it must not be changed by the caller."""
    heads = tuple((h.site, h.seq, h.hash) for h in books.journal.heads())
    key = (books.alias, said, known, heads)
    with _lock:
        if key in _held:
            _held.move_to_end(key)
            return _held[key]
    ledger = fresh(books, said=said, known=known)
    list(ledger)
    with _lock:
        _held[key] = ledger
        while len(_held) > _KEPT:
            _held.popitem(last=False)
    return ledger


def fresh(books: Books, *, said: str | None = None, known: str | None = None) -> Ledger:
    """Return the ledger of these books, folded anew, for the caller to add to."""
    claims: Sequence[Claim] = books.claims.claims(said=said, known=known)
    ties: Sequence[Identity] = books.claims.identities(said=said, known=known)
    known_origins = origins(books)
    again = {name for name in {c.evidence.source for c in claims} if known_origins.origin(name) != name}
    return Ledger([replace(c, reprint=True) if c.evidence.source in again else c for c in claims], ties)


def context(books: Books, source: str, accepted: dict[int, str]) -> Context:
    """Return what linking needs beside the ledger, for candidates of one source."""
    reprints = frozenset(origins(books).group(source)) - {source}
    return Context(source, accepted, world(books), reprints=reprints)


def candidate_from(body: dict[str, Any]) -> Candidate:
    """Return the candidate whose JSON was queued."""
    given = {name: value for name, value in body.items() if name in Candidate.__dataclass_fields__}
    given["ranges"] = tuple((start, end) for start, end in body["ranges"])
    given["parties"] = tuple(Party(p["party"], p["role"]) for p in body.get("parties") or ())
    given["places"] = tuple(body.get("places") or ())
    given["figures"] = tuple(body.get("figures") or ())
    return Candidate(**given)
