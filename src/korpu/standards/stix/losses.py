"""What STIX 2.1 cannot carry of a case."""

from __future__ import annotations

from korpu.ledger.incidents.case import Case
from korpu.standards.stix.read import cases
from korpu.standards.stix.write import bundle
from korpu.standards.uncarried import Loss
from korpu.standards.uncarried import losses as compare

REASONS = {
    "sightings.date": "STIX knows moments and spans of time; seasons, open ends and doubts become the span or nothing",
    "sightings.url": "only addresses of the web are exchanged",
    "outlets.url": "only addresses of the web are exchanged",
    "refutations.url": "only addresses of the web are exchanged",
}


def losses(case: Case) -> tuple[Loss, ...]:
    """Return every value of a case that is not in its bundle."""
    return compare(case, lambda one: cases(bundle([one]))[0], REASONS)
