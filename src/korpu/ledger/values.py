"""Whether two stated values say the same thing, once qualifiers and precision are allowed for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from korpu.kernel.edtf import is_edtf, parse
from korpu.kernel.edtf_time import EdtfTime
from korpu.reference.counted import counted

Bounds = tuple[Decimal | None, Decimal | None]


def time_of(value: Any) -> EdtfTime | None:
    """Return a stated time, None when there is none or it cannot be read."""
    return parse(value) if isinstance(value, str) and is_edtf(value) else None


def bounds(value: dict[str, Any]) -> Bounds:
    """Return the interval of an amount or a count; without stated bounds the number itself, an open side is None."""
    number = value.get("amount", value.get("count"))
    if value.get("qualifier") is None or ("low" not in value and "high" not in value):
        exact = Decimal(str(number)) if number is not None else None
        return exact, exact
    low, high = value.get("low"), value.get("high")
    return (Decimal(str(low)) if low is not None else None, Decimal(str(high)) if high is not None else None)


def unit_of(value: dict[str, Any]) -> str | None:
    """Return the currency of an amount or the unit of a count."""
    unit = value.get("currency") or value.get("unit")
    return str(unit) if unit else None


def agree(name: str, one: Any, two: Any) -> bool:
    """Tell whether two values of a property can both be true.

    >>> agree("when", "2025", "2025-04"), agree("when", "2024", "2025")
    (True, False)
    >>> agree("amount", {"amount": "42", "currency": "USD"}, {"amount": "42", "currency": "EUR"})
    False
    """
    if one == two:
        return True
    if name == "when":
        first, second = time_of(one), time_of(two)
        return first is None or second is None or first.overlaps(second)
    if name in ("amount", "count") and isinstance(one, dict) and isinstance(two, dict):
        if name == "amount" and unit_of(one) != unit_of(two):
            return False
        if name == "count" and not same_unit(one, two):
            return False
        return _touch(bounds(one), bounds(two)) and not _miss(one, two)
    return str(one).casefold() == str(two).casefold()


def same_unit(one: Any, two: Any) -> bool:
    """Tell whether two counts may be of the same things; a count without a unit may be of anything.

    Nouns of two languages are compared by what they name; where that is not known and the scripts differ, they may.

    >>> same_unit({"count": "2", "unit": "generator"}, {"count": "3", "unit": "генераторів"})
    True
    """
    first, second = (unit_of(v) if isinstance(v, dict) else None for v in (one, two))
    if not first or not second or first.casefold().rstrip("s") == second.casefold().rstrip("s"):
        return True
    named = counted(first), counted(second)
    return named[0] == named[1] if all(named) else _cyrillic(first) != _cyrillic(second)


def _cyrillic(word: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in word)


def _touch(one: Bounds, two: Bounds) -> bool:
    (a, b), (c, d) = one, two
    return not ((b is not None and c is not None and b < c) or (d is not None and a is not None and d < a))


def _miss(one: dict[str, Any], two: dict[str, Any]) -> bool:
    """Whether the intervals meet in a point that neither holds: almost a billion is not over a billion."""
    (low, high), (other_low, other_high) = bounds(one), bounds(two)
    below, above = ("almost", "under"), ("over",)
    first, second = one.get("qualifier"), two.get("qualifier")
    return (high is not None and high == other_low and first in below and second in above) or (
        low is not None and low == other_high and first in above and second in below
    )


def width(name: str, value: Any) -> Decimal:
    """Return how wide a stated value is, so that the narrower can be preferred; open intervals are the widest."""
    if name == "when":
        time = time_of(value)
        return Decimal(time.days) if time and time.days is not None else Decimal("Infinity")
    if name in ("amount", "count") and isinstance(value, dict):
        low, high = bounds(value)
        return high - low if low is not None and high is not None else Decimal("Infinity")
    return Decimal(0)
