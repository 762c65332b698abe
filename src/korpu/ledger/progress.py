"""How far a record has come: the furthest stage evidenced, unless a later stop or failure ends it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from korpu.ledger.record import Step
from korpu.ledger.values import time_of

ORDER = (
    ("potential",), ("stated",), ("need",), ("planned",), ("pledged",), ("decided",), ("allocated",), ("contracted",),
    ("paid",), ("shipped", "designed"), ("under_way", "ongoing"), ("completed", "delivered"), ("handed_over",),
    ("opened", "in_use"),
)  # fmt: skip
"""Stages from least to furthest, the works beside the ladder of deliveries."""

RANK = {stage: i for i, stages in enumerate(ORDER) for stage in stages}
ENDS = frozenset({"stopped", "not_achieved"})


def furthest(steps: Sequence[Step]) -> str | None:
    """Return the stage that a record has reached by its steps, None when no step has a stage.

    A stop or failure wins unless progress is evidenced for a later time: what never ran cannot be stopped, so an
    undated stop is taken to come after undated progress.
    """
    reached = [s for s in steps if s.stage in RANK]
    ends = [s for s in steps if s.stage in ENDS]
    best = max(reached, key=lambda s: RANK[s.stage or ""], default=None)
    if not ends:
        return best.stage if best else None
    end = max(ends, key=lambda s: moment(s) or date.min)
    if best is None:
        return end.stage
    stop = moment(end)
    later = [s for s in reached if stop and _begins(s) > stop and RANK[s.stage or ""] > RANK["pledged"]]
    return max(later, key=lambda s: RANK[s.stage or ""]).stage if later else end.stage


def moment(step: Step) -> date | None:
    """Return the last day that a step's time may mean, else the last day on which its source may have said it."""
    time = time_of(step.when.value) if step.when else None
    day = time and (time.high or time.low)
    return day or _said(step)


def _begins(step: Step) -> date:
    time = time_of(step.when.value) if step.when else None
    return (time and (time.low or time.high)) or _said(step) or date.min


def _said(step: Step) -> date | None:
    said = [time_of(c.said) for c in step.claims]
    days = [t.high or t.low for t in said if t]
    return max((d for d in days if d), default=None)
