"""Checking a statement against the ledger, whether it is in the books or not."""

from __future__ import annotations

from korpu.app.accepting import new_id
from korpu.app.books import Books
from korpu.app.held import context, held
from korpu.app.world import world
from korpu.ledger.checks import LedgerFinding
from korpu.ledger.checks.against import check_statement
from korpu.ledger.checks.draft import Laid, check_draft
from korpu.ledger.checks.routes import ROUTES
from korpu.ledger.linking import propose
from korpu.ledger.linking.discourse import bound
from korpu.ledger.linking.things import stands
from korpu.ledger.record import Record
from korpu.statements.checks.scene import scene_of
from korpu.statements.reading import Candidate, Reading
from korpu.statements.sentences import sentences

SURE = 4.0
"""Weight of clues from which an event is taken to tell of a record when nobody has looked at it."""

_ORDER = {"error": 0, "warning": 1, "info": 2}


def against_ledger(books: Books, reading: Reading) -> list[LedgerFinding]:
    """Return where a statement does not go with what other sources in the books say, in the order of its text."""
    records = list(held(books))
    if not records:
        return []
    document = reading.document
    scene = scene_of(reading, sentences(document, reading.passages))
    found = [*check_statement(scene, records, books.names), *check_draft(reading, laid_on(books, reading), records)]
    unique = {(one.finding.check, one.record, one.finding.ranges): one for one in found}
    return sorted(unique.values(), key=lambda f: (f.finding.ranges[:1], _ORDER[f.finding.severity], f.finding.check))


def laid_on(books: Books, reading: Reading) -> list[Laid]:
    """Lay the events of a statement on the records that they tell of for certain; routes of their own become drafts."""
    ledger = held(books)
    here = context(books, reading.document.id, {})
    laid = []
    for i, candidate in enumerate(bound(list(reading.candidates), world(books))):
        if candidate.negated and candidate.stage not in ("stopped", "not_achieved"):
            continue
        best = propose(candidate, ledger, here)[0]
        record = ledger.record(best.record) if best.record else None
        if record is not None and best.score >= SURE and _same_thing(candidate, record):
            laid.append(Laid(candidate, record.id, record.kind))
        elif record is None and best.kind in ROUTES and candidate.place:
            laid.append(Laid(candidate, new_id(f"draft {reading.document.id} {i}"), best.kind))
    return laid


def _same_thing(candidate: Candidate, record: Record) -> bool:
    """Tell whether an event names the very thing: a building at its place, a promise to a town, a route of its sort."""
    if record.kind in ROUTES:
        return candidate.object == record.object
    at_place = candidate.place is not None and candidate.place == record.place
    if record.kind == "programme" and candidate.count is not None:
        counts = {str(s.count.value.get("count")) for s in record.steps if s.count}
        return at_place and candidate.count in counts
    return at_place and candidate.object == record.object and (stands(record.object) or record.kind == "obligation")
