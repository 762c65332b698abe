"""Every amount and count that is told of a record, one by one, with its unit, bounds and time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from korpu.kernel.edtf_time import EdtfTime
from korpu.kernel.values import plain
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record
from korpu.ledger.values import Bounds, bounds, time_of, unit_of


@dataclass(frozen=True)
class Told:
    """A figure as one source tells it: `when` is the time that the words give it, `said` when they were published."""

    record: Record
    claim: Claim
    stage: str | None
    name: str
    unit: str | None
    number: Decimal
    low: Decimal | None
    high: Decimal | None
    qualifier: str | None
    when: EdtfTime | None
    said: EdtfTime | None

    @property
    def day(self) -> date | None:
        """The day by which the figure held: the last one its words may mean, else when they were published.

        None where all that is known is that it was published after some day.
        """
        time = self.when if self.when is not None and self.when.high else self.said
        return time.high if time else None

    @property
    def source(self) -> str:
        """The source that tells it."""
        return self.claim.evidence.source

    @property
    def bounds(self) -> Bounds:
        """The least and the most that it can be, None being without limit."""
        return self.low, self.high

    def words(self) -> str:
        """Write it as a finding shows it: "over 44,000,000 USD"."""
        told = self.qualifier if self.qualifier != "reaching" else None
        lead = f"{told.replace('_', ' ')} " if told else ""
        return f"{lead}{grouped(self.number)}" + (f" {self.unit}" if self.unit else "")


def grouped(number: Decimal) -> str:
    """Write a number with thousands marks.

    >>> grouped(Decimal("7600000.0"))
    '7,600,000'
    """
    whole, _, rest = plain(number).partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


def told(record: Record, name: str | None = None) -> Iterator[Told]:
    """Yield the figures told of a record in the order of its steps; only amounts or counts if `name` says so."""
    whens: dict[tuple[str, str | None], Any] = {}
    by_step: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in record.claims:
        if claim.property == "when":
            whens[claim.entry, claim.step] = claim.value
    for step in record.steps:
        by_step[step.stage].extend(step.claims)
    for stage, claims in by_step.items():
        for claim in claims:
            if claim.property not in ("amount", "count") or name not in (None, claim.property):
                continue
            value = claim.value if isinstance(claim.value, dict) else {}
            number = value.get("amount", value.get("count"))
            if number is None:
                continue
            low, high = bounds(value)
            when = time_of(whens.get((claim.entry, claim.step)))
            yield Told(
                record, claim, stage, claim.property, unit_of(value), Decimal(str(number)), low, high,
                value.get("qualifier"), when, time_of(claim.said),
            )  # fmt: skip


def apart(one: Told, two: Told) -> bool:
    """Tell whether no number fits both, bounds included: almost a billion is not over a billion.

    Bounds that only touch are apart where one of them is left open by its word.
    """
    if _below(one.high, two.low) or _below(two.high, one.low):
        return True
    below, above = ("almost", "under"), ("over",)
    pairs = ((one, two), (two, one))
    return any(
        a.high == b.low and a.high is not None and a.qualifier in below and b.qualifier in above for a, b in pairs
    )


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low
