"""Values as people state them: an amount, its unit, and a qualifier ("almost", "at least") that becomes an interval."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from korpu.kernel.errors import InputError

QUALIFIERS = ("about", "reaching", "almost", "over", "at_least", "at_most", "under")

_AROUND, _BELOW, _ABOVE = Decimal("0.05"), Decimal("0.10"), Decimal("0.25")


@dataclass(frozen=True)
class Interval:
    """What a stated value may be: from `low` to `high`; None is unbounded; the flags say which ends belong to it."""

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    def __contains__(self, value: Decimal) -> bool:
        """Say whether the value is one that the words allow."""
        if self.low is not None and (value < self.low or (value == self.low and not self.low_closed)):
            return False
        return not (self.high is not None and (value > self.high or (value == self.high and not self.high_closed)))

    def overlaps(self, other: Interval) -> bool:
        """Say whether both statements can be true of one number."""
        return not (_before(self, other) or _before(other, self))


def _before(left: Interval, right: Interval) -> bool:
    if left.high is None or right.low is None:
        return False
    return left.high < right.low or (left.high == right.low and not (left.high_closed and right.low_closed))


def interval(value: Decimal, qualifier: str | None = None) -> Interval:
    """Return what a value with its qualifier may be (design section 3); without one, the value alone.

    >>> interval(Decimal(60), "almost")
    Interval(low=Decimal('54.00'), high=Decimal('60'), low_closed=True, high_closed=False)
    """
    size = abs(value)
    match qualifier:
        case None:
            return Interval(value, value)
        case "about" | "reaching":
            return Interval(value - size * _AROUND, value + size * _AROUND)
        case "almost":
            return Interval(value - size * _BELOW, value, high_closed=False)
        case "over":
            return Interval(value, value + size * _ABOVE, low_closed=False)
        case "at_least":
            return Interval(value, None)
        case "at_most":
            return Interval(None, value)
        case "under":
            return Interval(None, value, high_closed=False)
    raise InputError("KORPU-VALUE-001", f"'{qualifier}' is not a qualifier; it is one of {', '.join(QUALIFIERS)}.")


def decimal(text: str) -> Decimal:
    """Read a decimal string of a record; raises InputError KORPU-VALUE-002 for anything else."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise InputError("KORPU-VALUE-002", f"'{text}' is not a number.")
    return value


def plain(value: Decimal) -> str:
    """Write a number as records carry it: no exponent, no trailing zeros.

    >>> plain(Decimal("4.2E+7")), plain(Decimal("7600000.00"))
    ('42000000', '7600000')
    """
    return f"{value.normalize():f}" if value else "0"


@dataclass(frozen=True)
class Quantity:
    """A number of something: `unit` is a unit symbol ("km", "MW") or the plural of the thing counted ("children")."""

    amount: Decimal
    unit: str | None = None
    qualifier: str | None = None

    @property
    def interval(self) -> Interval:
        """What the number may be."""
        return interval(self.amount, self.qualifier)


@dataclass(frozen=True)
class Money:
    """An amount in a currency (ISO 4217), None when the words name no currency.

    >>> Money(Decimal(42000000), "USD", "reaching").interval.high
    Decimal('44100000.00')
    """

    amount: Decimal
    currency: str | None
    qualifier: str | None = None

    @property
    def interval(self) -> Interval:
        """What the amount may be."""
        return interval(self.amount, self.qualifier)


@dataclass(frozen=True)
class Share:
    """A part of a whole in per cent."""

    percent: Decimal
    qualifier: str | None = None

    @property
    def interval(self) -> Interval:
        """What the share may be, in per cent."""
        return interval(self.percent, self.qualifier)


@dataclass(frozen=True)
class Ratio:
    """How many times as large: 3 for "threefold", 0.5 for "half"."""

    factor: Decimal
    qualifier: str | None = None

    @property
    def interval(self) -> Interval:
        """What the factor may be."""
        return interval(self.factor, self.qualifier)
