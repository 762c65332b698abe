"""What changed between two dates: records that are new, steps that were reached, values that became others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from korpu.ledger.record import Record, Step
from korpu.ledger.steps import NAMES
from korpu.ledger.values import agree


@dataclass(frozen=True)
class Change:
    """One difference: `what` is new, gone, stage, step or value; `before` and `after` are the values concerned."""

    record: Record
    what: str
    property: str | None = None
    before: Any = None
    after: Any = None
    step: Step | None = None


def changes(before: Iterable[Record], after: Iterable[Record]) -> list[Change]:
    """Return what differs between two states of the ledger, in the order of the later one."""
    had = {record.id: record for record in before}
    now = {record.id: record for record in after}
    found = [change for record in now.values() for change in _of(had.get(record.id), record)]
    merged = {c.record for record in now.values() for c in record.claims}
    found += [Change(r, "gone") for r in had.values() if r.id not in now and r.id not in merged]
    return found


def _of(old: Record | None, new: Record) -> Iterator[Change]:
    if old is None:
        yield Change(new, "new", after=new.stage)
        return
    if old.stage != new.stage:
        yield Change(new, "stage", "stage", old.stage, new.stage)
    known = {step.stage: step for step in old.steps}
    for step in new.steps:
        was = next((s for s in old.steps if _meets(s, step)), None) or known.get(step.stage)
        if was is None:
            yield Change(new, "step", "stage", None, step.stage, step)
            continue
        for name in NAMES:
            a, b = getattr(was, name), getattr(step, name)
            if b is not None and (a is None or not agree(name, a.value, b.value)):
                yield Change(new, "value", f"{step.stage}.{name}", a.value if a else None, b.value, step)


def _meets(one: Step, two: Step) -> bool:
    return one.stage == two.stage and bool({c.id for c in one.claims} & {c.id for c in two.claims})
