"""What the ledger as a whole shows to be wrong: totals that fall, values that differ, promises that are past due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from korpu.kernel.finding import Finding
from korpu.ledger.claim import Claim
from korpu.ledger.kinds import kinds
from korpu.ledger.lateness import late
from korpu.ledger.money import Sum, sum_of
from korpu.ledger.progress import RANK, moment
from korpu.ledger.record import Record, Step, Value
from korpu.ledger.steps import NAMES


@dataclass(frozen=True)
class LedgerFinding:
    """A finding on a record, with the source of the words it is tied to."""

    record: str
    source: str
    finding: Finding


def check_ledger(records: Iterable[Record], on: date) -> list[LedgerFinding]:
    """Return what the ledger-wide checks find as of a day, record by record."""
    everything = list(records)
    found = [one for record in everything for check in _OF_ONE for one in check(record)]
    return [*found, *deadlines(everything, on)]


def same_metric(record: Record) -> Iterator[LedgerFinding]:
    """Yield where sources give different values for one and the same step."""
    for step in record.steps:
        for name in NAMES:
            value: Value | None = getattr(step, name)
            if value is None or not value.contested:
                continue
            for other, claims in value.others:
                shown = f"{_said(value.value)} in one source, {_said(other)} in another"
                yield _finding("same_metric", f"{record.name()}: {name} at {step.stage} is {shown}.", record, claims[0])


def cumulative_series(record: Record) -> Iterator[LedgerFinding]:
    """Yield where a running total is lower than the same total stated for an earlier time."""
    about = kinds().get(record.kind)
    if about is None or not about.series:
        return
    reached = [s for s in record.steps if s.amount and RANK.get(s.stage or "", 0) >= RANK["shipped"]]
    dated = sorted(((day, s) for s in reached if (day := moment(s))), key=lambda pair: pair[0])
    for (_, earlier), (_, later) in pairwise(dated):
        had, has = _amount(earlier), _amount(later)
        if had and has and _falls(had, has):
            text = f"{record.name()}: the running total falls from {had.amount:,} to {has.amount:,} {has.currency}."
            sums = f"{has.amount:,} − {had.amount:,} = {has.amount - had.amount:,}"
            yield _finding("cumulative_series", text, record, _amount_claim(later), sums)


def double_funder(record: Record) -> Iterator[LedgerFinding]:
    """Yield where sources name different funders of one thing, so that its money may be counted twice."""
    value = record.values.get("party")
    if value is None:
        return
    lists = [str(value.value), *(str(other) for other, _ in value.others)]
    text = f"{record.name()}: sources differ on who paid: {', or '.join(lists)}."
    yield _finding("double_funder", text, record, value.others[0][1][0])


_OF_ONE = (same_metric, cumulative_series, double_funder)


def deadlines(records: Iterable[Record], on: date) -> Iterator[LedgerFinding]:
    """Yield promises whose time is past, with no later stage evidenced."""
    for row in late(records, on):
        if row.state == "late":
            text = f"{row.record.name()} was {row.step.stage} for {row.due}; no later stage is evidenced."
            claim = next((c for c in row.step.claims if c.property == "when"), row.step.claims[0])
            yield _finding("deadline", text, row.record, claim, f"{on.isoformat()}: {row.days} days late")


def _falls(had: Sum, has: Sum) -> bool:
    same = had.currency == has.currency
    return same and has.high is not None and had.low is not None and has.high < had.low


def _amount(step: Step) -> Sum | None:
    return sum_of(step.amount.value) if step.amount else None


def _amount_claim(step: Step) -> Claim:
    return step.amount.claims[0] if step.amount else step.claims[0]


def _said(value: object) -> str:
    if isinstance(value, dict):
        parts = (value.get("amount", value.get("count")), value.get("currency") or value.get("unit"))
        return " ".join(str(part) for part in parts if part)
    return str(value)


def _finding(check: str, text: str, record: Record, claim: Claim, arithmetic: str | None = None) -> LedgerFinding:
    words = claim.evidence
    return LedgerFinding(record.id, words.source, Finding(check, "warning", text, words.ranges, arithmetic))
