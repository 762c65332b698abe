"""Review: a person takes candidates one by one, or all by the first proposal, and each acceptance is one entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from korpu.app.accepting import Pending, accepted, edited, entry_for, linked, new_id, pending_from, queue
from korpu.app.books import Books
from korpu.app.bulk import AcceptedAll, accept_all
from korpu.app.held import context, held
from korpu.kernel.errors import ConflictError, NotFoundError
from korpu.ledger.linking import Context, Proposal, propose
from korpu.ledger.linking.groups import whole_of

__all__ = ["AcceptedAll", "Pending", "accept", "accept_all", "ask_about", "proposals", "queue", "reject", "undo"]

NEW = "new"
"""Given as the record, it asks for a new one."""


def proposals(books: Books, key: str) -> list[Proposal]:
    """Return the records that a candidate may belong to, best first, with reasons; a new one is always among them."""
    found = linked(books, pending_from(books.candidate(key)))
    return propose(found.candidate, held(books), context(books, found.source, accepted(books, found.source)))


def accept(
    books: Books, key: str, *, record: str | None = None, edits: Mapping[str, Any] | None = None, by: str
) -> str:
    """Accept a candidate onto a record (None: the first proposal; "new": a new one) and return the entry's id.

    `edits` corrects fields of the candidate first. An id not in the ledger opens a record under that id when `edits`
    give it kind and title. Raises ConflictError KORPU-REVIEW-001 when it was accepted before, NotFoundError
    KORPU-REVIEW-002 for an unknown record.
    """
    found = linked(books, pending_from(books.candidate(key)))
    if found.state == "accepted":
        raise ConflictError("KORPU-REVIEW-001", f"Candidate {key} was accepted already, in entry {found.entry}.")
    candidate = edited(found.candidate, edits or {})
    found = replace(found, candidate=candidate)
    here = context(books, found.source, accepted(books, found.source))
    target, kind = _target(books, found, record, edits or {}, here)
    whole = whole_of(candidate, held(books), here)
    return books.write(entry_for(books, found, target, kind, reviewed=True, whole=whole), by=by)


def reject(books: Books, key: str, *, reason: str, by: str) -> str:
    """Set a candidate aside with a reason and return the entry's id; it can be undone."""
    return _decide(books, key, "reject", {"reason": reason}, by)


def ask_about(books: Books, key: str, *, question: str, by: str) -> str:
    """Put a question about a candidate on record and return the entry's id."""
    return _decide(books, key, "ask", {"question": question}, by)


def undo(books: Books, entry: str, *, by: str) -> str:
    """Withdraw an entry (an acceptance, a link, a rejection) and return the id of the withdrawal."""
    if books.journal.entry(entry) is None:
        raise NotFoundError("KORPU-REVIEW-003", f"There is no entry {entry}.")
    return books.write({"type": "review", "target": entry, "decision": "withdraw"}, by=by)


def _target(
    books: Books, found: Pending, record: str | None, edits: Mapping[str, Any], here: Context
) -> tuple[str, str]:
    ledger = held(books)
    if record is None or record == NEW:
        ranked = propose(found.candidate, ledger, here)
        first = ranked[0] if record is None else next(p for p in ranked if p.record is None)
        return first.record or new_id(found.key), first.kind
    known = ledger.record(record)
    if known is not None:
        return known.id, known.kind
    if edits.get("kind") and edits.get("title"):
        return record, str(edits["kind"])
    raise NotFoundError("KORPU-REVIEW-002", f"There is no record {record}.")


def _decide(books: Books, key: str, decision: str, more: Mapping[str, str], by: str) -> str:
    found = books.candidate(key)
    if found.state == "accepted":
        raise ConflictError("KORPU-REVIEW-001", f"Candidate {key} was accepted already, in entry {found.entry}.")
    return books.write({"type": "review", "target": key, "decision": decision, **more}, by=by)
