"""Check *cumulative_series*: what was given so far never falls, and rises by no less than what is known to be added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from korpu.ledger.checks.finding import LedgerFinding, made
from korpu.ledger.checks.told import Told, grouped, told
from korpu.ledger.claim import Claim
from korpu.ledger.kinds import kinds, tracks
from korpu.ledger.money import Sum, sum_of
from korpu.ledger.progress import RANK
from korpu.ledger.record import Record, Step
from korpu.ledger.totals import belongs
from korpu.ledger.values import time_of

FLOWS = frozenset(
    {"trade_turnover", "export", "import", "gas_supply", "oil_supply", "electricity_supply", "emissions", "tourists"}
)
"""What is told anew for each year, and may fall from one to the next."""

PERIODS = frozenset({"year", "quarter", "half", "season"})
"""Precisions of a time that make a figure one of that period rather than one that was reached by then."""

ADDED = frozenset({"decided", "allocated", "paid", "shipped", "delivered"})
"""Stages at which money is added to a total of aid."""


def cumulative_series(record: Record) -> Iterator[LedgerFinding]:
    """Yield where a running total is lower than the same total stated for an earlier time."""
    for steps in running(record).values():
        for earlier, later in pairwise(steps):
            if falls(earlier, later):
                had, has, unit = grouped(earlier.number), grouped(later.number), later.unit or ""
                text = f"{record.name()}: the running total falls from {had} to {has} {unit}."
                sums = f"{has} − {had} = {grouped(later.number - earlier.number)}"
                yield made("cumulative_series", text, record, (later.claim, earlier.claim), sums)


def running(record: Record) -> dict[str, list[Told]]:
    """Return the running totals of a measure by unit, in the order of the days by which they held."""
    about = kinds().get(record.kind)
    found: dict[str, list[Told]] = defaultdict(list)
    if about is None or not about.series or record.object in FLOWS:
        return found
    for one in told(record):
        reached = RANK.get(one.stage or "", 0) >= RANK["shipped"] and one.stage != "ongoing"
        of_period = one.when is not None and one.when.precision in PERIODS
        if reached and not of_period and one.unit and one.day:
            found[one.unit.casefold()].append(one)
    return {unit: sorted(own, key=lambda t: t.day or date.min) for unit, own in found.items()}


def falls(earlier: Told, later: Told) -> bool:
    """Tell whether a later total is lower than an earlier one whatever their words allow."""
    known = later.high is not None and earlier.low is not None and later.day != earlier.day
    return known and (later.high or Decimal(0)) < (earlier.low or Decimal(0))


def increments(records: Iterable[Record]) -> Iterator[LedgerFinding]:
    """Yield where what is known to have been added between two totals is more than the total has risen by."""
    everything = list(records)
    for record in everything:
        if record.kind == "measure" and record.track in tracks() and tracks()[record.track].aid:
            totals = running(record)
            parts = [p for p in everything if p.kind != "measure" and belongs(p, record)] if totals else []
            dated = [one for part in parts for one in _dated(part)]
            for unit, steps in totals.items():
                for earlier, later in pairwise(steps):
                    yield from _judge(record, earlier, later, list(_added(dated, unit, earlier.day, later.day)))


Added = tuple[str, date, date, Sum, Claim]
"""Money that was added: of which record, the first and last day on which it may have been, the sum, its claim."""


def _dated(part: Record) -> Iterator[Added]:
    for step in part.steps:
        one = sum_of(step.amount.value) if step.amount and step.stage in ADDED else None
        day = _day(step)
        if one and step.amount and day:
            yield part.id, *day, one, step.amount.claims[0]


def _added(dated: Sequence[Added], unit: str, after: date | None, until: date | None) -> Iterator[tuple[Sum, Claim]]:
    """Yield the money that was added after one day and by another, once for each record."""
    seen: set[str] = set()
    for part, first, last, one, claim in dated:
        within = after is not None and until is not None and after < first and last <= until
        if within and part not in seen and one.currency.casefold() == unit:
            seen.add(part)
            yield one, claim


def _day(step: Step) -> tuple[date, date] | None:
    time = time_of(step.when.value) if step.when else None
    return (time.low, time.high) if time and time.low and time.high else None


def _judge(record: Record, earlier: Told, later: Told, added: Sequence[tuple[Sum, Claim]]) -> Iterator[LedgerFinding]:
    lows = [one.low for one, _ in added if one.low is not None]
    if not added or len(lows) < len(added) or earlier.low is None or later.high is None:
        return
    if earlier.low + sum(lows) <= later.high:
        return
    numbers = [earlier.number, *(one.amount for one, _ in added)]
    total = sum(numbers, Decimal(0))
    unit = later.unit or ""
    text = f"{record.name()}: with what was added since, the total cannot be {grouped(later.number)} {unit}."
    sums = f"{' + '.join(map(grouped, numbers))} = {grouped(total)}; stated {grouped(later.number)}"
    yield made("cumulative_series", text, record, (later.claim, earlier.claim, *(c for _, c in added)), sums)
