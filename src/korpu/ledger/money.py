"""Money as an interval in one currency: what was stated, with how low and how high it may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from korpu.ledger.values import bounds


@dataclass(frozen=True)
class Sum:
    """An amount in a currency with its bounds; None is an open bound.

    >>> add([Sum("USD", Decimal(1), Decimal(1), Decimal(1)), Sum("USD", Decimal(2), Decimal(2), None)])
    {'USD': Sum(currency='USD', amount=Decimal('3'), low=Decimal('3'), high=None)}
    """

    currency: str
    amount: Decimal
    low: Decimal | None
    high: Decimal | None

    def as_json(self) -> dict[str, str | None]:
        """Return the sum with decimals as strings."""
        low, high = (None if x is None else str(x) for x in (self.low, self.high))
        return {"amount": str(self.amount), "currency": self.currency, "low": low, "high": high}


def sum_of(value: Any) -> Sum | None:
    """Return a stated amount as a sum, None when it has no number or no currency."""
    if not isinstance(value, dict) or value.get("amount") is None or not value.get("currency"):
        return None
    low, high = bounds(value)
    return Sum(str(value["currency"]), Decimal(str(value["amount"])), low, high)


def add(sums: Iterable[Sum]) -> dict[str, Sum]:
    """Return one sum per currency; bounds add up, and an open bound leaves the total open."""
    totals: dict[str, Sum] = {}
    for one in sums:
        had = totals.get(one.currency)
        if had is None:
            totals[one.currency] = one
        else:
            low = None if had.low is None or one.low is None else had.low + one.low
            high = None if had.high is None or one.high is None else had.high + one.high
            totals[one.currency] = Sum(one.currency, had.amount + one.amount, low, high)
    return totals
