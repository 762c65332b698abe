"""What one US dollar was worth in other currencies, year by year: for telling whether two amounts can be the same."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from decimal import Decimal

from korpu.reference.tables import rows

PEGGED = frozenset({"AED", "AZN", "BAM", "BGN", "JOD", "QAR", "SAR"})
"""Currencies held to the dollar or the euro in the years of the table."""

_SWAY = Decimal("0.12")
_STEADY = Decimal("0.03")
_LATER = Decimal("0.1")


@dataclass(frozen=True)
class Rate:
    """What one unit of a currency was worth in another in a year, and how far a day's rate may lie from it.

    `year` is the one of the table; for a later time it is the last year known, and `sway` is wider.
    """

    value: Decimal
    sway: Decimal
    year: int
    source: str


@functools.cache
def _per_dollar() -> dict[str, dict[int, tuple[Decimal, str]]]:
    found: dict[str, dict[int, tuple[Decimal, str]]] = {}
    for row in rows("rates"):
        found.setdefault(row["currency"], {})[int(row["year"])] = (Decimal(row["per_usd"]), row["source"])
    return found


def rate(currency: str, into: str, year: int) -> Rate | None:
    """Return what one unit of a currency was worth in another in a year, None where the table does not tell.

    >>> rate("AZN", "USD", 2022).value.quantize(Decimal("0.001"))
    Decimal('0.588')
    """
    one, two = _dollars(currency, year), _dollars(into, year)
    if one is None or two is None:
        return None
    foreign = [code for code in (currency, into) if code != "USD" and code not in PEGGED]
    sway = max(_STEADY, _SWAY * len(foreign)) + _LATER * sum(year > known for _, known, _ in (one, two))
    told = next((x for x in (one, two) if x[2]), one)
    return Rate(two[0] / one[0], sway, min(one[1], two[1]), told[2])


def _dollars(currency: str, year: int) -> tuple[Decimal, int, str] | None:
    if currency == "USD":
        return Decimal(1), year, ""
    own = _per_dollar().get(currency)
    if own is None or year < min(own):
        return None
    known = year if year in own else max(own)
    return own[known][0], known, own[known][1]
