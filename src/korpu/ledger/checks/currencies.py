"""Check *currency_mismatch*: one amount told in two currencies must agree at the rate of its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

from korpu.kernel.finding import Proposal
from korpu.ledger.checks.finding import LedgerFinding, made
from korpu.ledger.checks.metric import one_time
from korpu.ledger.checks.told import Told, grouped, told
from korpu.ledger.kinds import kinds
from korpu.ledger.record import Record
from korpu.reference.rates import Rate, rate

_CLOSE = timedelta(days=10)


def currency_mismatch(record: Record) -> Iterator[LedgerFinding]:
    """Yield where a record's amounts of one stage and time, in two currencies, lie apart at the rate of that time."""
    about = kinds().get(record.kind)
    series = about is not None and about.series
    for one, two in combinations(told(record, "amount"), 2):
        if one.unit == two.unit or one.stage != two.stage or not _of_one_time(one, two, series=series):
            continue
        later, earlier = (one, two) if (one.claim.said or "") >= (two.claim.said or "") else (two, one)
        yield from differ(later, earlier)


def _of_one_time(one: Told, two: Told, *, series: bool) -> bool:
    if one.when is not None or two.when is not None:
        return one_time(one.when, two.when)
    if one.day is None or two.day is None:
        return False
    return abs(one.day - two.day) <= _CLOSE if series else True


def differ(later: Told, earlier: Told) -> Iterator[LedgerFinding]:
    """Yield a finding where two amounts cannot be the same at the rate of their time, with the room a rate has."""
    at = converted(later, earlier)
    if at is None:
        return
    value, known = at
    number, other = grouped(later.number), grouped(earlier.number)
    text = f"{later.record.name()}: {number} {later.unit} is not {other} {earlier.unit} at the rate of {known.year}."
    price = grouped(known.value.quantize(Decimal("0.0001")))
    sums = f"{number} {later.unit} × {price} = {grouped(value)} {earlier.unit}; stated {other} {earlier.unit}"
    yield made(
        "currency_mismatch",
        text,
        later.record,
        (later.claim, earlier.claim),
        sums,
        proposal=_back(earlier, known, later),
    )


def converted(later: Told, earlier: Told) -> tuple[Decimal, Rate] | None:
    """Return what the later amount is in the currency of the earlier one, and the rate, where the two cannot agree."""
    day = later.day or earlier.day
    known = rate(later.unit or "", earlier.unit or "", day.year) if day else None
    if known is None or later.low is None or later.high is None or earlier.low is None or earlier.high is None:
        return None
    low, high = (1 - known.sway) * known.value * later.low, (1 + known.sway) * known.value * later.high
    if low <= earlier.high and earlier.low <= high:
        return None
    return (later.number * known.value).quantize(Decimal(1)), known


def _back(earlier: Told, known: Rate, later: Told) -> Proposal:
    value = (earlier.number / known.value).quantize(Decimal(1))
    return Proposal(f"about {grouped(value)} {later.unit}", format(value, "f"), later.unit)
