"""Which amount of a record answers a question about a stage, and which parts a stated total can cover."""

from __future__ import annotations

from datetime import date

from korpu.briefs.draft import Draft
from korpu.briefs.groups import STAGES
from korpu.briefs.series import said_of
from korpu.ledger.money import Sum
from korpu.ledger.progress import RANK
from korpu.ledger.record import Record, Step
from korpu.ledger.totals import TotalAgainstParts
from korpu.ledger.values import time_of


def at_stage(draft: Draft, record: Record) -> Step | None:
    """Return the step that states an amount at a stage asked about, the furthest where no stage is asked about."""
    groups = _groups(draft)
    own = [s for s in _stated(draft, record) if not groups or any(s.stage in STAGES[g] for g in groups)]
    return max(own, key=lambda s: RANK.get(s.stage or "", -1), default=None)


def beyond(draft: Draft, record: Record) -> Step | None:
    """Return the step with an amount of a record that came at least as far as the earliest stage asked about."""
    groups = _groups(draft)
    least = min((RANK.get(stage, 99) for group in groups for stage in STAGES[group]), default=-1)
    if RANK.get(record.stage or "", -1) < least:
        return None
    return max(_stated(draft, record), key=lambda s: RANK.get(s.stage or "", -1), default=None)


def _groups(draft: Draft) -> list[str]:
    return [group for group in draft.asked.stages if group in STAGES]


def _stated(draft: Draft, record: Record) -> list[Step]:
    return [s for s in record.steps if s.amount is not None and s.amount.value.get("amount") and draft.in_window(s)]


def known_before(row: TotalAgainstParts) -> list[tuple[Record, Sum]]:
    """Return the parts of a total whose amounts were stated for a time before the total itself."""
    until = _moment(row.step)
    return [(r, one) for r, one in row.parts if until is None or (_earliest(r) or date.min) <= until]


def _earliest(record: Record) -> date | None:
    return min((day for s in record.steps if s.amount is not None and (day := _moment(s)) is not None), default=None)


def _moment(step: Step) -> date | None:
    """Return the last day a step may mean by its own time, else the day its source was published by."""
    for edtf in (step.when.value if step.when else None, said_of(step) or None):
        time = time_of(edtf)
        if time is not None and (time.high or time.low):
            return time.high or time.low
    return None
