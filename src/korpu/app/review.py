"""Review: a person takes candidates one by one, or all by the first proposal, and each acceptance is one entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from korpu.app.accepting import Pending, accepted, entry_for, linked, new_id, pending_from, queue
from korpu.app.books import Books
from korpu.app.bulk import AcceptedAll, accept_all
from korpu.app.edits import edited
from korpu.app.held import context, held
from korpu.journal.payloads import Payload
from korpu.kernel.errors import ConflictError, NotFoundError
from korpu.ledger.linking import Context, Proposal, propose
from korpu.ledger.linking.groups import whole_of
from korpu.store.rows import PendingRow

__all__ = ["AcceptedAll", "Pending", "accept", "accept_all", "ask_about", "proposals", "queue", "reject", "undo"]

NEW = "new"
"""Given as the record, it asks for a new one."""

IMPORTED = "import."
"""How the rules of candidates begin that come from other registers."""

UNDOABLE = ("claims", "identity", "review", "waiver", "origin")
"""Types of entries that can be taken back; a source or an erasure stays."""


def proposals(books: Books, key: str) -> list[Proposal]:
    """Return the records that a candidate may belong to, best first, with reasons; a new one is always among them."""
    found = linked(books, pending_from(books.candidate(key)))
    if found.candidate.rule.startswith(IMPORTED):
        return [_of_import(books, found)]
    return propose(found.candidate, held(books), context(books, found.source, accepted(books, found.source)))


def _of_import(books: Books, found: Pending) -> Proposal:
    """Return the one record that an imported case or outlet belongs to, by its identity and not by likeness."""
    from korpu.app.exchange import target_of_import  # noqa: PLC0415

    candidate = found.candidate
    target = target_of_import(books, found.source, candidate)
    reasons = ("the same in both registers",) if target else ()
    return Proposal(target, candidate.kind, candidate.title or "", 1.0, reasons)


def accept(
    books: Books, key: str, *, record: str | None = None, edits: Mapping[str, Any] | None = None, by: str
) -> str:
    """Accept a candidate onto a record (None: the first proposal; "new": a new one) and return the entry's id.

    `edits` corrects fields of the candidate first. An id not in the ledger opens a record under that id when `edits`
    give it kind and title. Raises ConflictError KORPU-REVIEW-001 when it was accepted before, NotFoundError
    KORPU-REVIEW-002 for an unknown record.
    """
    found = linked(books, pending_from(books.candidate(key)))
    _not_accepted(found)
    candidate = edited(found.candidate, edits or {})
    changed = [name for name in sorted(edits or {}) if getattr(candidate, name) != getattr(found.candidate, name)]
    found = replace(found, candidate=candidate)
    here = context(books, found.source, accepted(books, found.source))
    target, kind = _target(books, found, record, edits or {}, here)
    whole = whole_of(candidate, held(books), here)
    said = entry_for(books, found, target, kind, reviewed=True, whole=whole)
    return _write(books, key, said | ({"corrected": changed} if changed else {}), by)


def reject(books: Books, key: str, *, reason: str, by: str) -> str:
    """Set a candidate aside with a reason and return the entry's id; it can be undone."""
    return _decide(books, key, "reject", {"reason": reason}, by)


def ask_about(books: Books, key: str, *, question: str, by: str) -> str:
    """Put a question about a candidate on record and return the entry's id."""
    return _decide(books, key, "ask", {"question": question}, by)


def undo(books: Books, entry: str, *, by: str) -> str:
    """Withdraw an entry (an acceptance, a link, a rejection) and return the id of the withdrawal.

    Raises NotFoundError KORPU-REVIEW-003 for an unknown entry, ConflictError KORPU-REVIEW-005 for one that is no
    decision and KORPU-REVIEW-006 for one that was taken back before.
    """
    found = books.journal.entry(entry)
    if found is None:
        raise NotFoundError("KORPU-REVIEW-003", f"There is no entry {entry}.")
    if found.type not in UNDOABLE:
        raise ConflictError("KORPU-REVIEW-005", f"Entry {entry} is a {found.type} and cannot be taken back.")
    with books.unit() as unit:
        if unit.withdrawn(entry):
            raise ConflictError("KORPU-REVIEW-006", f"Entry {entry} was taken back already.")
        written = unit.append({"type": "review", "target": entry, "decision": "withdraw"}, author=by)
        unit.commit()
    return written.id


def _target(
    books: Books, found: Pending, record: str | None, edits: Mapping[str, Any], here: Context
) -> tuple[str, str]:
    ledger = held(books)
    if found.candidate.rule.startswith(IMPORTED) and record in (None, NEW):
        own = _of_import(books, found)
        return own.record or new_id(found.key), own.kind
    if record is None or record == NEW:
        ranked = propose(found.candidate, ledger, here)
        first = ranked[0] if record is None else next(p for p in ranked if p.record is None)
        return first.record or new_id(found.key), first.kind
    known = ledger.record(record)
    if known is not None:
        if found.candidate.rule.startswith(IMPORTED) and known.kind != found.candidate.kind:
            raise ConflictError("KORPU-REVIEW-008", f"Record {known.id} is of another kind than what was imported.")
        return known.id, known.kind
    if edits.get("kind") and edits.get("title"):
        return record, str(edits["kind"])
    raise NotFoundError("KORPU-REVIEW-002", f"There is no record {record}.")


def _decide(books: Books, key: str, decision: str, more: Mapping[str, str], by: str) -> str:
    return _write(books, key, {"type": "review", "target": key, "decision": decision, **more}, by)


def _write(books: Books, key: str, payload: Payload, by: str) -> str:
    """Write a decision on a candidate, unless somebody else accepted it in the meantime."""
    with books.unit() as unit:
        _not_accepted(books.candidate(key))
        entry = unit.append(payload, author=by)
        unit.commit()
    return entry.id


def _not_accepted(found: Pending | PendingRow) -> None:
    if found.state == "accepted":
        raise ConflictError("KORPU-REVIEW-001", f"Candidate {found.key} was accepted already, in entry {found.entry}.")
