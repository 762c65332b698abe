"""What ClaimReview cannot carry of a case."""

from __future__ import annotations

from korpu.ledger.incidents.case import Case
from korpu.standards.claimreview.read import cases
from korpu.standards.claimreview.write import document
from korpu.standards.uncarried import Loss
from korpu.standards.uncarried import losses as compare

_DATE = "schema.org dates are a year, a month or a day"
REASONS = {
    "outlets.kind": "schema.org knows no kinds of outlets",
    "outlets.status": "schema.org has no place for what an outlet's status is",
    "outlets.status_date": "schema.org has no place for what an outlet's status is",
    "outlets.status_source": "schema.org has no place for what an outlet's status is",
    "outlets.practices": "schema.org has no place for what an outlet is known to do",
    "sightings.date": _DATE,
    "refutations.date": _DATE,
}


def losses(case: Case) -> tuple[Loss, ...]:
    """Return every value of a case that is not in its ClaimReview."""
    return compare(case, lambda one: cases(document([one]))[0], REASONS)
