"""What "done", "delivered" or "promised" mean on the ladder of stages, and which step of a record shows it."""

from __future__ import annotations

from korpu.kernel.stages import FINISHED
from korpu.ledger.progress import RANK
from korpu.ledger.record import Record, Step
from korpu.ledger.values import time_of

STAGES: dict[str, frozenset[str]] = {
    "done": FINISHED,
    "delivered": FINISHED,
    "sent": frozenset({"shipped", "delivered", "handed_over"}),
    "planned": frozenset({"planned", "designed"}),
    "promised": frozenset({"pledged", "planned"}),
    "decided": frozenset({"decided", "allocated"}),
    "allocated": frozenset({"allocated"}),
    "paid": frozenset({"paid", "contracted"}),
    "under_way": frozenset({"under_way", "ongoing"}),
    "stopped": frozenset({"stopped", "not_achieved"}),
    "needed": frozenset({"need"}),
    "open": frozenset({"in_use", "opened", "ongoing", "under_way", "completed"}),
}
NOW = frozenset({"planned", "under_way", "needed", "stopped", "open", "done"})
"""Groups that ask how things stand now; the others ask what ever happened."""

GOODS = frozenset({"initiative", "programme", "obligation", "measure", "agreement"})
ONLY = {
    "delivered": GOODS,
    "sent": GOODS,
    "paid": GOODS,
    "allocated": GOODS | {"decision"},
    "under_way": GOODS | {"link", "service", "event", "cohort", "goal"},
    "done": frozenset({"initiative", "programme", "event", "visit", "cohort", "agreement", "service", "obligation",
                       "link", "decision", "measure", "goal"}),
}  # fmt: skip
"""Kinds of record that a group can speak of, where not all can: a city partnership is not delivered."""

KINDS = {"decided": frozenset({"decision"}), "needed": frozenset({"need"}), "promised": frozenset({"obligation"})}
"""Kinds that belong to a group whatever their stage."""


def steps_in(record: Record, group: str) -> tuple[Step, ...]:
    """Return the steps of a record by which it belongs to a group, none when it does not."""
    stages = STAGES[group]
    if group in ONLY and record.kind not in ONLY[group]:
        return ()
    if group in NOW and record.stage not in stages:
        return ()
    found = tuple(step for step in record.steps if step.stage in stages)
    if not found and record.kind in KINDS.get(group, ()):
        return record.steps[:1]
    return found


def telling(steps: tuple[Step, ...]) -> Step | None:
    """Return the step that says most: furthest along, then with the narrowest time, then with a figure."""
    return max(steps, key=_weight, default=None)


def _weight(step: Step) -> tuple[bool, int, int, bool]:
    time = time_of(step.when.value) if step.when else None
    days = time.days if time and time.days else 10**6
    return (step.when is not None, -days, RANK.get(step.stage or "", -1), step.amount is not None)
