"""What accepting candidates one by one or all together have in common: the queue, corrections, the entry written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from korpu.app.books import Books
from korpu.app.held import candidate_from
from korpu.app.intake import reading
from korpu.app.world import world
from korpu.ledger.linking.discourse import bound
from korpu.ledger.record import Record
from korpu.ledger.writing import claims_of, evidence_of, payload
from korpu.statements.reading import Candidate
from korpu.store.rows import PendingRow


@dataclass(frozen=True)
class Pending:
    """A candidate that awaits a person, or awaited one; `entry` is the decision on it."""

    key: str
    source: str
    position: int
    candidate: Candidate
    state: str
    entry: str | None = None


def by_person(candidate: Candidate) -> bool:
    """Tell whether only a person may accept a candidate, one by one: what a model proposed, what was imported."""
    return candidate.rule.startswith(("model.", "import."))


def queue(books: Books, *, source: str | None = None, state: str | None = "open") -> list[Pending]:
    """Return candidates in the order of the documents, those in one state (None: in any)."""
    return [pending_from(row) for row in books.pending(source=source, state=state)]


def linked(books: Books, found: Pending) -> Pending:
    """Return a candidate with what the rest of its document says of it: its list, what its words point back to."""
    rows = books.pending(source=found.source, state=None)
    together = bound([candidate_from(row.candidate) for row in rows], world(books))
    own = next((c for row, c in zip(rows, together, strict=True) if row.key == found.key), found.candidate)
    return replace(found, candidate=own)


def pending_from(row: PendingRow) -> Pending:
    """Return a queued candidate as the use cases hand it out."""
    return Pending(row.key, row.source, row.position, candidate_from(row.candidate), row.state, row.entry)


def entry_for(
    books: Books, found: Pending, record: str, kind: str, *, reviewed: bool, whole: Record | None = None
) -> dict[str, Any]:
    """Return the one payload that accepting a candidate writes; `whole` is the record of the list it is counted in."""
    if found.candidate.rule.startswith("import."):
        from korpu.app.exchange import claims_of_import  # noqa: PLC0415

        said = claims_of_import(books, found.source, found.candidate)
    else:
        said = claims_of(found.candidate, reading(books, found.source).figures)
    if whole is not None and whole.id != record:
        part = {"record": whole.id, "reason": f"number {found.candidate.ordinal} of {found.candidate.group}"}
        said.append({"property": "part_of", "value": part})
    return payload(
        record,
        kind,
        said,
        evidence_of(found.candidate, found.source),
        candidate=found.key,
        rule=found.candidate.rule or None,
        reviewed=reviewed,
    )


def accepted(books: Books, source: str) -> dict[int, str]:
    """Return which record each accepted candidate of a source went to, by its index in the reading."""
    found: dict[int, str] = {}
    for row in books.pending(source=source, state="accepted"):
        said = books.journal.payload(row.entry) if row.entry else None
        if said is not None:
            found[row.position] = str(said["record"])
    return found


def new_id(seed: str) -> str:
    """Return the id of a new record, made of what it is opened from, so that the same work gives the same id."""
    return f"rec-{sha256(seed.encode()).hexdigest()[:10]}"
