"""Promises that are late, and those for which no date was given; the second are never late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from korpu.ledger.progress import ENDS, RANK
from korpu.ledger.record import Record, Step
from korpu.ledger.values import time_of

PROMISES = frozenset({"planned", "pledged", "decided", "allocated", "contracted", "designed"})
"""Stages after which something is still owed."""

OWING = frozenset({"initiative", "programme", "obligation", "agreement", "goal", "cohort", "service", "link"})
"""Kinds of record in which somebody owes something; a decision taken or an opinion stated owes nothing by itself."""


@dataclass(frozen=True)
class LateRow:
    """A promise not yet met: `due` is EDTF or None when no date was given; `days` late is None unless it is late."""

    record: Record
    step: Step
    due: str | None
    state: str
    days: int | None = None


def late(records: Iterable[Record], on: date) -> list[LateRow]:
    """Return open promises as of a day: late ones first (the longest first), then those not due, then undated."""
    rows = [row for record in records if record.kind in OWING for row in _open(record, on)]
    order = {"late": 0, "due": 1, "no_date": 2}
    return sorted(rows, key=lambda row: (order[row.state], -(row.days or 0)))


def _open(record: Record, on: date) -> list[LateRow]:
    if record.stage in ENDS or not record.steps:
        return []
    reached = max(RANK.get(step.stage or "", -1) for step in record.steps)
    rows = []
    for step in record.steps:
        if step.stage in PROMISES and RANK[step.stage] == reached:
            due = due_date(step)
            rows.append(_row(record, step, due, on))
    return rows


def _row(record: Record, step: Step, due: str | None, on: date) -> LateRow:
    time = time_of(due)
    last = time.high if time else None
    if last is None:
        return LateRow(record, step, None, "no_date")
    return LateRow(record, step, due, "late", (on - last).days) if last < on else LateRow(record, step, due, "due")


def due_date(step: Step) -> str | None:
    """Return when a promise falls due (EDTF), None when no date was given.

    The time of a plan is when it is to happen. The time of a pledge or a decree is when it was made, unless it lay
    ahead of whoever stated it.
    """
    value = str(step.when.value) if step.when else None
    time = time_of(value)
    if time is None or time.high is None:
        return None
    if step.stage == "planned":
        return value
    said = [time_of(c.said) for c in step.claims]
    known = [t.high for t in said if t and t.high]
    return value if known and time.high > max(known) else None
