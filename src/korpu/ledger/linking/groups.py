"""Members of a list and the record of the whole list: "four projects … the first" is part of "four projects"."""

from __future__ import annotations

from collections.abc import Iterable

from korpu.ledger.linking.propose import Context
from korpu.ledger.record import Record
from korpu.statements.reading import Candidate


def whole_of(candidate: Candidate, records: Iterable[Record], context: Context) -> Record | None:
    """Return the record of the list that a candidate is counted in, None when there is none yet."""
    if candidate.ordinal is None or candidate.group is None:
        return None
    for record in records:
        profile = context.profile(record)
        if profile.whole and any(s == context.source and g == candidate.group for s, g, _ in profile.groups):
            return record
    return None
