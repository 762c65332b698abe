"""The one figure that a list shows of a record, with the date that belongs to it and to no other step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from korpu.ledger.progress import moment
from korpu.ledger.record import Record, Step, Value
from korpu.ledger.values import time_of


@dataclass(frozen=True)
class Shown:
    """A figure (amount, else count, or neither) and its date: `when` as stated, else `said`, when its source spoke."""

    step: Step | None = None
    amount: Value | None = None
    count: Value | None = None
    when: Value | None = None
    said: str | None = None

    @property
    def as_of(self) -> str | None:
        """The date of the figure as EDTF: the step's own, else that of the source, None when neither is known."""
        return str(self.when.value) if self.when is not None else self.said


def shown(record: Record) -> Shown:
    """Return the figure of the step that tells how far a record has come, else of the last step that has one."""
    own = sorted((s for s in record.steps if s.stage == record.stage), key=_day, reverse=True)
    rest = [s for s in reversed(record.steps) if s.stage != record.stage]
    ranked = [next((s for s in some if getattr(s, name)), None) for some in (own, rest) for name in ("amount", "count")]
    found = next((step for step in ranked if step is not None), None)
    if found is None:
        found = next((s for s in own if s.when), None) or next(iter([*own, *rest]), None)
    if found is None:
        return Shown()
    return Shown(found, found.amount, found.count, found.when, said_of(found))


def reached(record: Record) -> Step | None:
    """Return the step that tells how far a record has come, the last dated one where several do."""
    own = [s for s in record.steps if s.stage == record.stage]
    return max(own, key=lambda s: (s.when is not None, _day(s)), default=None)


def as_of(step: Step) -> str | None:
    """Return the date of a step as EDTF: its own, else when its source spoke."""
    return str(step.when.value) if step.when is not None else said_of(step)


def said_of(step: Step) -> str | None:
    """Return when the source of a step's figure spoke, the latest where several say the same."""
    claims = step.amount.claims if step.amount else step.count.claims if step.count else step.claims
    return max((c.said for c in claims if c.said), default=None)


def begins(steps: Iterable[Step]) -> date | None:
    """Return the first day on which any of these steps may have been, None when no date is known."""
    times = [time_of(as_of(step)) for step in steps]
    return min((day for t in times if t and (day := t.low or t.high)), default=None)


def ends(step: Step) -> date | None:
    """Return the last day that a step's figure covers: of a time without an end, the day on which it was told."""
    for edtf in (step.when.value if step.when else None, said_of(step)):
        time = time_of(edtf)
        if time is not None and time.high:
            return time.high
    return moment(step)


def _day(step: Step) -> date:
    return moment(step) or date.min
