"""Check *same_metric*: one thing and one time, two numbers from two sources, neither fitting the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from korpu.kernel.edtf import format_time
from korpu.kernel.edtf_time import EdtfTime
from korpu.ledger.checks.finding import LedgerFinding, made
from korpu.ledger.checks.told import Told, apart, told
from korpu.ledger.kinds import kinds
from korpu.ledger.record import Record, Value
from korpu.ledger.steps import NAMES
from korpu.ledger.values import same_unit

LEVELS = frozenset({"stated", "ongoing", "in_use", None})
"""Stages of a measure at which a number tells a level or a flow, not what has been given so far."""

_YEAR = timedelta(days=400)

TOLD = {"when": "the time", "amount": "the amount", "count": "the number"}
"""What the properties of a step are called in a finding."""


def same_metric(record: Record) -> Iterator[LedgerFinding]:
    """Yield where sources give different values for one and the same step, or for one time of a measure."""
    yield from contested(record)
    about = kinds().get(record.kind)
    if about is not None and about.series:
        yield from _of_series(record)


def contested(record: Record) -> Iterator[LedgerFinding]:
    """Yield where sources give different values for one and the same step."""
    for step in record.steps:
        for name in NAMES:
            value: Value | None = getattr(step, name)
            if value is None or not value.contested:
                continue
            for other, claims in value.others:
                shown = f"{_said(value.value)} in one source, {_said(other)} in another"
                text = f"{record.name()}: {TOLD[name]} at {step.stage} is {shown}."
                yield made("same_metric", text, record, (claims[0], *value.claims[:1]))


def _of_series(record: Record) -> Iterator[LedgerFinding]:
    """Compare each pair of figures of one measure that are of one time and one unit; each is reported once."""
    figures = list(told(record))
    seen: set[str] = set()
    for one, two in combinations(figures, 2):
        later, earlier = (one, two) if (one.claim.said or "") >= (two.claim.said or "") else (two, one)
        if one.source == two.source or later.claim.id in seen or not disagree(one, two, figures):
            continue
        seen.add(later.claim.id)
        text = f"{record.name()}: {later.words()} in one source, {earlier.words()} for the same time in another."
        times = [format_time(t.when.text) for t in (later, earlier) if t.when]
        yield made("same_metric", text, record, (later.claim, earlier.claim), between(later, earlier, times))


def disagree(one: Told, two: Told, series: list[Told] | tuple[Told, ...] = ()) -> bool:
    """Tell whether two figures of one measure are of one time and unit, and cannot both be true."""
    return same_figure(one, two) and one_time(one.when, two.when, [t.when for t in series]) and apart(one, two)


def same_figure(one: Told, two: Told) -> bool:
    """Tell whether two figures count the same: both money in one currency, or both of one unit."""
    if one.name != two.name:
        return False
    if one.name == "amount":
        return one.unit == two.unit and one.unit is not None
    units = [{"unit": t.unit} for t in (one, two)]
    return one.unit is not None and two.unit is not None and same_unit(*units)


def one_time(one: EdtfTime | None, two: EdtfTime | None, others: list[EdtfTime | None] | None = None) -> bool:
    """Tell whether two stated times are the same period: equal, or a period and the last one before an open start.

    "Before the war" is the last period of those told (`others`) before the war began, and at most a year before it.
    """
    if one is None or two is None:
        return False
    if one.open_start != two.open_start:
        opened, period = (one, two) if one.open_start else (two, one)
        return _last_before(opened, period, [t for t in others or () if t is not None])
    if one.precision != two.precision:
        return False
    return (one.low, one.high) == (two.low, two.high)


def _last_before(opened: EdtfTime, period: EdtfTime, others: list[EdtfTime]) -> bool:
    if opened.high is None or period.high is None or period.high > opened.high:
        return False
    later = [t for t in others if t.low and t.high and not t.open_start and period.high < t.high <= opened.high]
    return not later and opened.high - period.high < _YEAR


def between(later: Told, earlier: Told, times: list[str]) -> str:
    """Write two figures and the times they were told for, as the arithmetic of a finding."""
    of = f" ({'; '.join(dict.fromkeys(times))})" if times else ""
    return f"{later.words()} and {earlier.words()}{of} have no value in common".replace(";", ",")


def _said(value: object) -> str:
    if isinstance(value, dict):
        parts = (value.get("amount", value.get("count")), value.get("currency") or value.get("unit"))
        return " ".join(str(part) for part in parts if part)
    return str(value)
